CREATE TABLE `decision_events` (
	`position` integer PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`list` text NOT NULL,
	`municipality_id` text NOT NULL,
	`decision` text NOT NULL,
	`level` text NOT NULL,
	`predecessor` text NOT NULL,
	`successor` text,
	`kind` text,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_on` text NOT NULL,
	`occurrence` integer NOT NULL,
	FOREIGN KEY (`position`) REFERENCES `dataset_entries`(`position`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`list`) REFERENCES `decision_lists`(`digest`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decision_events_digest" CHECK(length(digest) = 64),
	CONSTRAINT "decision_events_decision" CHECK(decision in ('confirm', 'reject', 'add', 'end', 'undo')),
	CONSTRAINT "decision_events_level" CHECK(level in ('goal', 'initiative')),
	CONSTRAINT "decision_events_items" CHECK(substr(predecessor, 1, 10) = municipality_id || '-' and successor <> '' and (decision = 'undo' or (decision = 'end') = (successor is null))),
	CONSTRAINT "decision_events_kind" CHECK(case decision when 'end' then kind is not null and kind in ('achieved', 'routine', 'merged', 'cancelled', 'unknown')
        when 'undo' then kind is null else kind is null or kind in ('continued', 'merged', 'split', 'related') end),
	CONSTRAINT "decision_events_texts" CHECK(reason <> '' and decided_by <> ''),
	CONSTRAINT "decision_events_decided_on" CHECK(decided_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "decision_events_occurrence" CHECK(occurrence >= 1)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_events_digest_unique` ON `decision_events` (`digest`);--> statement-breakpoint
CREATE INDEX `decision_events_municipality` ON `decision_events` (`municipality_id`,`position`);--> statement-breakpoint
CREATE INDEX `decision_events_list` ON `decision_events` (`list`);--> statement-breakpoint
CREATE INDEX `dataset_entries_decision` ON `dataset_entries` (`position`) WHERE kind = 'decision';--> statement-breakpoint
CREATE TRIGGER `decision_events_no_update` BEFORE UPDATE ON `decision_events` BEGIN SELECT RAISE(ABORT, 'decision_events is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `decision_events_no_delete` BEFORE DELETE ON `decision_events` BEGIN SELECT RAISE(ABORT, 'decision_events is append-only'); END;
--> statement-breakpoint
-- The same table, with one more subject.
CREATE TABLE `__new_row_digests` (
	`subject` text NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`subject`, `key`),
	CONSTRAINT "row_digests_subject" CHECK(subject in ('document', 'reading', 'decisions', 'decision', 'comparison', 'dataset')),
	CONSTRAINT "row_digests_digest" CHECK(length(digest) = 64)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_row_digests`("subject", "key", "digest") SELECT "subject", "key", "digest" FROM `row_digests`;--> statement-breakpoint
DROP TABLE `row_digests`;--> statement-breakpoint
ALTER TABLE `__new_row_digests` RENAME TO `row_digests`;--> statement-breakpoint
CREATE TRIGGER `row_digests_no_update` BEFORE UPDATE ON `row_digests` BEGIN SELECT RAISE(ABORT, 'row_digests is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `row_digests_no_delete` BEFORE DELETE ON `row_digests` BEGIN SELECT RAISE(ABORT, 'row_digests is append-only'); END;
