CREATE TABLE `assessments` (
	`reading_id` integer NOT NULL,
	`plan_position` integer NOT NULL,
	`goal_position` integer NOT NULL,
	`position` integer NOT NULL,
	`subject` text NOT NULL,
	`subject_position` integer,
	`occasion` text,
	`rating` text,
	`rating_text` text,
	PRIMARY KEY(`reading_id`, `plan_position`, `goal_position`, `position`),
	FOREIGN KEY (`reading_id`,`plan_position`,`goal_position`) REFERENCES `priority_goals`(`reading_id`,`plan_position`,`position`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessments_subject" CHECK(subject in ('goal', 'target', 'initiative') and (subject = 'goal') = (subject_position is null)),
	CONSTRAINT "assessments_occasion" CHECK(occasion <> '' and (occasion is not null or subject = 'initiative')),
	CONSTRAINT "assessments_rating" CHECK(rating <> '')
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reading_forms` (
	`reading_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`definition` text NOT NULL,
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reading_forms_name" CHECK(name <> ''),
	CONSTRAINT "reading_forms_definition" CHECK(json_valid(definition))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_update` BEFORE UPDATE ON `assessments` BEGIN SELECT RAISE(ABORT, 'assessments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_delete` BEFORE DELETE ON `assessments` BEGIN SELECT RAISE(ABORT, 'assessments is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `reading_forms_no_update` BEFORE UPDATE ON `reading_forms` BEGIN SELECT RAISE(ABORT, 'reading_forms is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `reading_forms_no_delete` BEFORE DELETE ON `reading_forms` BEGIN SELECT RAISE(ABORT, 'reading_forms is append-only'); END;
