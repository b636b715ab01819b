CREATE TABLE `row_digests` (
	`subject` text NOT NULL,
	`key` text NOT NULL,
	`digest` text NOT NULL,
	PRIMARY KEY(`subject`, `key`),
	CONSTRAINT "row_digests_subject" CHECK(subject in ('document', 'reading', 'decisions', 'comparison', 'dataset')),
	CONSTRAINT "row_digests_digest" CHECK(length(digest) = 64)
) STRICT, WITHOUT ROWID;--> statement-breakpoint
CREATE TRIGGER `row_digests_no_update` BEFORE UPDATE ON `row_digests` BEGIN SELECT RAISE(ABORT, 'row_digests is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `row_digests_no_delete` BEFORE DELETE ON `row_digests` BEGIN SELECT RAISE(ABORT, 'row_digests is append-only'); END;
