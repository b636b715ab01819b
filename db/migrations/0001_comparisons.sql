CREATE TABLE `comparisons` (
	`digest` text PRIMARY KEY NOT NULL,
	`engine_version` integer NOT NULL,
	`municipality` text NOT NULL,
	`from_year` integer NOT NULL,
	`to_year` integer NOT NULL,
	`links` text NOT NULL,
	`ended` text NOT NULL,
	`begun` text NOT NULL,
	CONSTRAINT "comparisons_digest" CHECK(length(digest) = 64),
	CONSTRAINT "comparisons_engine_version" CHECK(engine_version >= 1),
	CONSTRAINT "comparisons_municipality" CHECK(length(municipality) between 1 and 100),
	CONSTRAINT "comparisons_years" CHECK(from_year < to_year),
	CONSTRAINT "comparisons_json" CHECK(json_valid(links) and json_valid(ended) and json_valid(begun))
) STRICT;
--> statement-breakpoint
CREATE TABLE `dataset_comparisons` (
	`dataset_sequence` integer NOT NULL,
	`comparison` text NOT NULL,
	PRIMARY KEY(`dataset_sequence`, `comparison`),
	FOREIGN KEY (`dataset_sequence`) REFERENCES `datasets`(`sequence`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`comparison`) REFERENCES `comparisons`(`digest`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE TRIGGER `comparisons_no_update` BEFORE UPDATE ON `comparisons` BEGIN SELECT RAISE(ABORT, 'comparisons is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `comparisons_no_delete` BEFORE DELETE ON `comparisons` BEGIN SELECT RAISE(ABORT, 'comparisons is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `dataset_comparisons_no_update` BEFORE UPDATE ON `dataset_comparisons` BEGIN SELECT RAISE(ABORT, 'dataset_comparisons is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `dataset_comparisons_no_delete` BEFORE DELETE ON `dataset_comparisons` BEGIN SELECT RAISE(ABORT, 'dataset_comparisons is append-only'); END;
