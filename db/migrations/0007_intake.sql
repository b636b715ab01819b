CREATE TABLE `acceptances` (
	`reading_id` integer PRIMARY KEY NOT NULL,
	`reasons` text NOT NULL,
	`accepted_for` text NOT NULL,
	`accepted_at` text NOT NULL,
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "acceptances_texts" CHECK(accepted_for <> ''),
	CONSTRAINT "acceptances_json" CHECK(json_valid(reasons))
) STRICT;
--> statement-breakpoint
CREATE TABLE `intake` (
	`id` text NOT NULL,
	`municipality` text NOT NULL,
	`file_name` text NOT NULL,
	`reader_version` integer NOT NULL,
	`received_at` text NOT NULL,
	`bytes` blob NOT NULL,
	`reading` text NOT NULL,
	`verdict` text NOT NULL,
	`reasons` text NOT NULL,
	PRIMARY KEY(`id`, `municipality`),
	CONSTRAINT "intake_id" CHECK(length(id) = 64 and id not glob '*[^0-9a-f]*'),
	CONSTRAINT "intake_names" CHECK(length(municipality) between 1 and 100 and length(file_name) between 1 and 1024),
	CONSTRAINT "intake_bytes" CHECK(length(bytes) > 0),
	CONSTRAINT "intake_verdict" CHECK(verdict = 'held'),
	CONSTRAINT "intake_json" CHECK(json_valid(reading) and json_valid(reasons))
) STRICT;
--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`position` integer PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`document_id` text NOT NULL,
	`document_position` integer NOT NULL,
	`event` text NOT NULL,
	`reason` text NOT NULL,
	`occurrence` integer NOT NULL,
	FOREIGN KEY (`position`) REFERENCES `dataset_entries`(`position`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "withdrawals_digest" CHECK(length(digest) = 64),
	CONSTRAINT "withdrawals_event" CHECK(event in ('withdrawal', 'reinstatement')),
	CONSTRAINT "withdrawals_reason" CHECK(reason <> ''),
	CONSTRAINT "withdrawals_occurrence" CHECK(occurrence >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawals_digest_unique` ON `withdrawals` (`digest`);
--> statement-breakpoint
CREATE INDEX `withdrawals_document` ON `withdrawals` (`document_position`,`position`);
--> statement-breakpoint
CREATE TRIGGER `acceptances_no_update` BEFORE UPDATE ON `acceptances` BEGIN SELECT RAISE(ABORT, 'acceptances is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `acceptances_no_delete` BEFORE DELETE ON `acceptances` BEGIN SELECT RAISE(ABORT, 'acceptances is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_no_update` BEFORE UPDATE ON `withdrawals` BEGIN SELECT RAISE(ABORT, 'withdrawals is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_no_delete` BEFORE DELETE ON `withdrawals` BEGIN SELECT RAISE(ABORT, 'withdrawals is append-only'); END;
--> statement-breakpoint
-- The same table, with two more subjects.
CREATE TABLE `__new_row_digests` (
	`subject` text NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`subject`, `key`),
	CONSTRAINT "row_digests_subject" CHECK(subject in ('document', 'reading', 'decisions', 'decision', 'comparison', 'dataset', 'acceptance', 'withdrawal')),
	CONSTRAINT "row_digests_digest" CHECK(length(digest) = 64)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_row_digests`("subject", "key", "digest") SELECT "subject", "key", "digest" FROM `row_digests`;
--> statement-breakpoint
DROP TABLE `row_digests`;
--> statement-breakpoint
ALTER TABLE `__new_row_digests` RENAME TO `row_digests`;
--> statement-breakpoint
CREATE TRIGGER `row_digests_no_update` BEFORE UPDATE ON `row_digests` BEGIN SELECT RAISE(ABORT, 'row_digests is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `row_digests_no_delete` BEFORE DELETE ON `row_digests` BEGIN SELECT RAISE(ABORT, 'row_digests is append-only'); END;
