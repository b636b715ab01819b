CREATE TABLE `basic_policies` (
	`reading_id` integer NOT NULL,
	`plan_position` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`reading_id`, `plan_position`, `position`),
	FOREIGN KEY (`reading_id`,`plan_position`) REFERENCES `plans`(`reading_id`,`position`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `dataset_entries` (
	`position` integer PRIMARY KEY NOT NULL,
	`dataset_sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`digest` text NOT NULL,
	`chain` text NOT NULL,
	`reading_id` integer,
	`document_position` integer,
	FOREIGN KEY (`dataset_sequence`) REFERENCES `datasets`(`sequence`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dataset_entries_position" CHECK(position >= 1),
	CONSTRAINT "dataset_entries_hashes" CHECK(length(digest) = 64 and length(chain) = 64),
	CONSTRAINT "dataset_entries_kind" CHECK(kind <> '' and (kind = 'reading') = (reading_id is not null)),
	CONSTRAINT "dataset_entries_document" CHECK((reading_id is null) = (document_position is null) and document_position <= position)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dataset_entries_chain_unique` ON `dataset_entries` (`chain`);--> statement-breakpoint
CREATE UNIQUE INDEX `dataset_entries_reading_id_unique` ON `dataset_entries` (`reading_id`);--> statement-breakpoint
CREATE INDEX `dataset_entries_sequence` ON `dataset_entries` (`dataset_sequence`);--> statement-breakpoint
CREATE INDEX `dataset_entries_document` ON `dataset_entries` (`document_position`,`position`);--> statement-breakpoint
CREATE TABLE `datasets` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`created_at` text NOT NULL,
	`document_count` integer NOT NULL,
	CONSTRAINT "datasets_sequence" CHECK(sequence >= 1),
	CONSTRAINT "datasets_id" CHECK(length(id) = 64),
	CONSTRAINT "datasets_document_count" CHECK(document_count >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `datasets_id_unique` ON `datasets` (`id`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`encoding` text NOT NULL,
	`newline` text NOT NULL,
	`byte_length` integer NOT NULL,
	`ingested_at` text NOT NULL,
	`bytes` blob NOT NULL,
	CONSTRAINT "documents_id" CHECK(length(id) = 64 and id not glob '*[^0-9a-f]*'),
	CONSTRAINT "documents_file_name" CHECK(length(file_name) between 1 and 1024),
	CONSTRAINT "documents_encoding" CHECK(encoding in ('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp')),
	CONSTRAINT "documents_newline" CHECK(newline in ('lf', 'crlf', 'cr', 'mixed', 'none')),
	CONSTRAINT "documents_bytes" CHECK(length(bytes) = byte_length and byte_length > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `initiatives` (
	`reading_id` integer NOT NULL,
	`plan_position` integer NOT NULL,
	`goal_position` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`responsible_unit` text,
	`reported_result` text,
	PRIMARY KEY(`reading_id`, `plan_position`, `goal_position`, `position`),
	FOREIGN KEY (`reading_id`,`plan_position`,`goal_position`) REFERENCES `priority_goals`(`reading_id`,`plan_position`,`position`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "initiatives_responsible_unit" CHECK(responsible_unit <> '')
) STRICT;
--> statement-breakpoint
CREATE TABLE `messages` (
	`reading_id` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`severity` text NOT NULL,
	`rule` text NOT NULL,
	`reason` text NOT NULL,
	`plan_position` integer,
	`goal_position` integer,
	`pointer` text,
	`span` text,
	PRIMARY KEY(`reading_id`, `position`),
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reading_id`,`plan_position`) REFERENCES `plans`(`reading_id`,`position`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reading_id`,`plan_position`,`goal_position`) REFERENCES `priority_goals`(`reading_id`,`plan_position`,`position`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "messages_kind" CHECK(kind in ('reading', 'finding')),
	CONSTRAINT "messages_severity" CHECK(severity in ('error', 'warning', 'note')),
	CONSTRAINT "messages_rule" CHECK(rule <> '' and rule not glob '*[^a-z0-9-]*'),
	CONSTRAINT "messages_span" CHECK(span is null or json_valid(span))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `officers` (
	`reading_id` integer NOT NULL,
	`plan_position` integer NOT NULL,
	`position` integer NOT NULL,
	`post` text NOT NULL,
	`name` text NOT NULL,
	`duty` text,
	PRIMARY KEY(`reading_id`, `plan_position`, `position`),
	FOREIGN KEY (`reading_id`,`plan_position`) REFERENCES `plans`(`reading_id`,`position`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `plans` (
	`reading_id` integer NOT NULL,
	`position` integer NOT NULL,
	`municipality` text NOT NULL,
	`municipality_id` text NOT NULL,
	`department` text NOT NULL,
	`department_id` text NOT NULL,
	`fiscal_year` integer NOT NULL,
	`local_id` text NOT NULL,
	`stage` text NOT NULL,
	`title` text,
	`places` text NOT NULL,
	PRIMARY KEY(`reading_id`, `position`),
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plans_position" CHECK(position >= 0),
	CONSTRAINT "plans_names" CHECK(length(municipality) between 1 and 100 and length(department) between 1 and 200),
	CONSTRAINT "plans_fiscal_year" CHECK(fiscal_year between 1868 and 2200),
	CONSTRAINT "plans_stage" CHECK(stage in ('plan', 'evaluated')),
	CONSTRAINT "plans_places" CHECK(json_valid(places))
) STRICT;
--> statement-breakpoint
CREATE INDEX `plans_key` ON `plans` (`municipality_id`,`fiscal_year`,`department_id`);--> statement-breakpoint
CREATE TABLE `priority_goals` (
	`reading_id` integer NOT NULL,
	`plan_position` integer NOT NULL,
	`position` integer NOT NULL,
	`number` integer NOT NULL,
	`local_id` text NOT NULL,
	`title` text NOT NULL,
	`title_span` text,
	`policy_goal_code` text,
	`policy_goal_name` text,
	`policy_area` text,
	`listed_rating` text,
	`listed_rating_text` text,
	`overall_rating` text,
	`overall_rating_text` text,
	`overall_assessment` text,
	`future_considerations` text,
	`places` text NOT NULL,
	PRIMARY KEY(`reading_id`, `plan_position`, `position`),
	FOREIGN KEY (`reading_id`,`plan_position`) REFERENCES `plans`(`reading_id`,`position`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "priority_goals_number" CHECK(number >= 0),
	CONSTRAINT "priority_goals_policy_goal" CHECK(policy_goal_code is null or policy_goal_name is not null),
	CONSTRAINT "priority_goals_policy_area" CHECK(policy_area <> ''),
	CONSTRAINT "priority_goals_ratings" CHECK(listed_rating <> '' and overall_rating <> ''),
	CONSTRAINT "priority_goals_places" CHECK(json_valid(places) and (title_span is null or json_valid(title_span)))
) STRICT;
--> statement-breakpoint
CREATE INDEX `priority_goals_local_id` ON `priority_goals` (`local_id`);--> statement-breakpoint
CREATE TABLE `rating_scale_entries` (
	`reading_id` integer NOT NULL,
	`plan_position` integer NOT NULL,
	`position` integer NOT NULL,
	`rating` text NOT NULL,
	`label` text,
	`criterion` text,
	`min` real,
	`max` real,
	PRIMARY KEY(`reading_id`, `plan_position`, `position`),
	FOREIGN KEY (`reading_id`,`plan_position`) REFERENCES `plans`(`reading_id`,`position`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "rating_scale_entries_rating" CHECK(length(rating) between 1 and 100)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `readings` (
	`id` integer PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`document_id` text NOT NULL,
	`reader_version` integer NOT NULL,
	`municipality` text NOT NULL,
	`line_count` integer NOT NULL,
	`blank` integer NOT NULL,
	`field` integer NOT NULL,
	`heading` integer NOT NULL,
	`separator` integer NOT NULL,
	`decoration` integer NOT NULL,
	`not_understood` integer NOT NULL,
	`lines` text NOT NULL,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "readings_digest" CHECK(length(digest) = 64),
	CONSTRAINT "readings_municipality" CHECK(length(municipality) between 1 and 100),
	CONSTRAINT "readings_lines" CHECK(length(lines) = line_count),
	CONSTRAINT "readings_coverage" CHECK(blank + field + heading + separator + decoration + not_understood = line_count and min(blank, field, heading, separator, decoration, not_understood) >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `readings_digest_unique` ON `readings` (`digest`);--> statement-breakpoint
CREATE INDEX `readings_document` ON `readings` (`document_id`);--> statement-breakpoint
CREATE TABLE `targets` (
	`reading_id` integer NOT NULL,
	`plan_position` integer NOT NULL,
	`goal_position` integer NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`rating` text,
	`rating_text` text,
	`achievement` text,
	PRIMARY KEY(`reading_id`, `plan_position`, `goal_position`, `position`),
	FOREIGN KEY (`reading_id`,`plan_position`,`goal_position`) REFERENCES `priority_goals`(`reading_id`,`plan_position`,`position`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "targets_rating" CHECK(rating <> '')
) STRICT;--> statement-breakpoint
CREATE TRIGGER `basic_policies_no_update` BEFORE UPDATE ON `basic_policies` BEGIN SELECT RAISE(ABORT, 'basic_policies is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `basic_policies_no_delete` BEFORE DELETE ON `basic_policies` BEGIN SELECT RAISE(ABORT, 'basic_policies is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `dataset_entries_no_update` BEFORE UPDATE ON `dataset_entries` BEGIN SELECT RAISE(ABORT, 'dataset_entries is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `dataset_entries_no_delete` BEFORE DELETE ON `dataset_entries` BEGIN SELECT RAISE(ABORT, 'dataset_entries is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `datasets_no_update` BEFORE UPDATE ON `datasets` BEGIN SELECT RAISE(ABORT, 'datasets is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `datasets_no_delete` BEFORE DELETE ON `datasets` BEGIN SELECT RAISE(ABORT, 'datasets is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `documents_no_update` BEFORE UPDATE ON `documents` BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `documents_no_delete` BEFORE DELETE ON `documents` BEGIN SELECT RAISE(ABORT, 'documents is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `initiatives_no_update` BEFORE UPDATE ON `initiatives` BEGIN SELECT RAISE(ABORT, 'initiatives is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `initiatives_no_delete` BEFORE DELETE ON `initiatives` BEGIN SELECT RAISE(ABORT, 'initiatives is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `messages_no_update` BEFORE UPDATE ON `messages` BEGIN SELECT RAISE(ABORT, 'messages is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `messages_no_delete` BEFORE DELETE ON `messages` BEGIN SELECT RAISE(ABORT, 'messages is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `officers_no_update` BEFORE UPDATE ON `officers` BEGIN SELECT RAISE(ABORT, 'officers is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `officers_no_delete` BEFORE DELETE ON `officers` BEGIN SELECT RAISE(ABORT, 'officers is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `plans_no_update` BEFORE UPDATE ON `plans` BEGIN SELECT RAISE(ABORT, 'plans is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `plans_no_delete` BEFORE DELETE ON `plans` BEGIN SELECT RAISE(ABORT, 'plans is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `priority_goals_no_update` BEFORE UPDATE ON `priority_goals` BEGIN SELECT RAISE(ABORT, 'priority_goals is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `priority_goals_no_delete` BEFORE DELETE ON `priority_goals` BEGIN SELECT RAISE(ABORT, 'priority_goals is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `rating_scale_entries_no_update` BEFORE UPDATE ON `rating_scale_entries` BEGIN SELECT RAISE(ABORT, 'rating_scale_entries is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `rating_scale_entries_no_delete` BEFORE DELETE ON `rating_scale_entries` BEGIN SELECT RAISE(ABORT, 'rating_scale_entries is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `readings_no_update` BEFORE UPDATE ON `readings` BEGIN SELECT RAISE(ABORT, 'readings is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `readings_no_delete` BEFORE DELETE ON `readings` BEGIN SELECT RAISE(ABORT, 'readings is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `targets_no_update` BEFORE UPDATE ON `targets` BEGIN SELECT RAISE(ABORT, 'targets is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `targets_no_delete` BEFORE DELETE ON `targets` BEGIN SELECT RAISE(ABORT, 'targets is append-only'); END;
