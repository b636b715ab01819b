-- Comparisons follow from plans and decisions: `migrateDatabase` works them out again for every dataset that has none.
DROP TABLE `dataset_comparisons`;
--> statement-breakpoint
DROP TABLE `comparisons`;
--> statement-breakpoint
CREATE TABLE `comparisons` (
	`digest` text PRIMARY KEY NOT NULL,
	`engine_version` integer NOT NULL,
	`municipality` text NOT NULL,
	`from_year` integer NOT NULL,
	`to_year` integer NOT NULL,
	`departments` text NOT NULL,
	`links` text NOT NULL,
	`ended` text NOT NULL,
	`begun` text NOT NULL,
	CONSTRAINT "comparisons_digest" CHECK(length(digest) = 64),
	CONSTRAINT "comparisons_engine_version" CHECK(engine_version >= 1),
	CONSTRAINT "comparisons_municipality" CHECK(length(municipality) between 1 and 100),
	CONSTRAINT "comparisons_years" CHECK(from_year < to_year),
	CONSTRAINT "comparisons_json" CHECK(json_valid(departments) and json_valid(links) and json_valid(ended) and json_valid(begun))
) STRICT;
--> statement-breakpoint
CREATE TABLE `comparison_reasons` (
	`comparison` text NOT NULL,
	`department` text NOT NULL,
	`reasons` blob NOT NULL,
	PRIMARY KEY(`comparison`, `department`),
	FOREIGN KEY (`comparison`) REFERENCES `comparisons`(`digest`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comparison_reasons_reasons" CHECK(length(reasons) > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `dataset_municipalities` (
	`municipality_id` text NOT NULL,
	`dataset_sequence` integer NOT NULL,
	`municipality` text NOT NULL,
	`plan_count` integer NOT NULL,
	`first_year` integer,
	`last_year` integer,
	PRIMARY KEY(`municipality_id`, `dataset_sequence`),
	FOREIGN KEY (`dataset_sequence`) REFERENCES `datasets`(`sequence`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dataset_municipalities_names" CHECK(length(municipality_id) = 9 and length(municipality) between 1 and 100),
	CONSTRAINT "dataset_municipalities_plans" CHECK(plan_count >= 0 and (plan_count = 0) = (first_year is null) and (plan_count = 0) = (last_year is null))
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `dataset_comparisons` (
	`municipality_id` text NOT NULL,
	`dataset_sequence` integer NOT NULL,
	`comparison` text NOT NULL,
	PRIMARY KEY(`municipality_id`, `dataset_sequence`, `comparison`),
	FOREIGN KEY (`comparison`) REFERENCES `comparisons`(`digest`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`municipality_id`,`dataset_sequence`) REFERENCES `dataset_municipalities`(`municipality_id`,`dataset_sequence`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
DROP INDEX `priority_goals_local_id`;--> statement-breakpoint
CREATE INDEX `dataset_entries_decisions` ON `dataset_entries` (`position`) WHERE kind = 'decisions';--> statement-breakpoint
CREATE INDEX `readings_reader_version` ON `readings` (`reader_version`);
--> statement-breakpoint
CREATE TRIGGER `comparisons_no_update` BEFORE UPDATE ON `comparisons` BEGIN SELECT RAISE(ABORT, 'comparisons is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `comparisons_no_delete` BEFORE DELETE ON `comparisons` BEGIN SELECT RAISE(ABORT, 'comparisons is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `comparison_reasons_no_update` BEFORE UPDATE ON `comparison_reasons` BEGIN SELECT RAISE(ABORT, 'comparison_reasons is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `comparison_reasons_no_delete` BEFORE DELETE ON `comparison_reasons` BEGIN SELECT RAISE(ABORT, 'comparison_reasons is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `dataset_municipalities_no_update` BEFORE UPDATE ON `dataset_municipalities` BEGIN SELECT RAISE(ABORT, 'dataset_municipalities is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `dataset_municipalities_no_delete` BEFORE DELETE ON `dataset_municipalities` BEGIN SELECT RAISE(ABORT, 'dataset_municipalities is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `dataset_comparisons_no_update` BEFORE UPDATE ON `dataset_comparisons` BEGIN SELECT RAISE(ABORT, 'dataset_comparisons is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `dataset_comparisons_no_delete` BEFORE DELETE ON `dataset_comparisons` BEGIN SELECT RAISE(ABORT, 'dataset_comparisons is append-only'); END;
