CREATE TABLE `decision_lists` (
	`digest` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`municipality` text NOT NULL,
	`file_name` text NOT NULL,
	`ingested_at` text NOT NULL,
	`bytes` blob NOT NULL,
	CONSTRAINT "decision_lists_hashes" CHECK(length(digest) = 64 and length(file_id) = 64),
	CONSTRAINT "decision_lists_names" CHECK(length(municipality) between 1 and 100 and length(file_name) between 1 and 1024),
	CONSTRAINT "decision_lists_bytes" CHECK(length(bytes) > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `decisions` (
	`list` text NOT NULL,
	`position` integer NOT NULL,
	`decision` text NOT NULL,
	`level` text NOT NULL,
	`predecessor` text NOT NULL,
	`successor` text NOT NULL,
	`kind` text,
	`reason` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_on` text NOT NULL,
	`span` text NOT NULL,
	PRIMARY KEY(`list`, `position`),
	FOREIGN KEY (`list`) REFERENCES `decision_lists`(`digest`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "decisions_decision" CHECK(decision in ('confirm', 'reject', 'add')),
	CONSTRAINT "decisions_level" CHECK(level in ('goal', 'initiative')),
	CONSTRAINT "decisions_kind" CHECK(kind in ('continued', 'merged', 'split', 'related')),
	CONSTRAINT "decisions_texts" CHECK(predecessor <> '' and successor <> '' and reason <> '' and decided_by <> ''),
	CONSTRAINT "decisions_decided_on" CHECK(decided_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "decisions_span" CHECK(json_valid(span))
) STRICT;--> statement-breakpoint
CREATE TRIGGER `decision_lists_no_update` BEFORE UPDATE ON `decision_lists` BEGIN SELECT RAISE(ABORT, 'decision_lists is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `decision_lists_no_delete` BEFORE DELETE ON `decision_lists` BEGIN SELECT RAISE(ABORT, 'decision_lists is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `decisions_no_update` BEFORE UPDATE ON `decisions` BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `decisions_no_delete` BEFORE DELETE ON `decisions` BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;
