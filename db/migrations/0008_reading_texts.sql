CREATE TABLE `reading_texts` (
	`reading_id` integer PRIMARY KEY NOT NULL,
	`format` text NOT NULL,
	`text` text NOT NULL,
	`places` text NOT NULL,
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reading_texts_format" CHECK(format in ('docx', 'xlsx', 'pdf', 'html', 'csv', 'jis', 'odt')),
	CONSTRAINT "reading_texts_places" CHECK(json_valid(places))
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `reading_texts_no_update` BEFORE UPDATE ON `reading_texts` BEGIN SELECT RAISE(ABORT, 'reading_texts is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `reading_texts_no_delete` BEFORE DELETE ON `reading_texts` BEGIN SELECT RAISE(ABORT, 'reading_texts is append-only'); END;
