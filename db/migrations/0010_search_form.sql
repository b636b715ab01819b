DROP TABLE `search_index`;
--> statement-breakpoint
DROP TABLE `search_readings`;
--> statement-breakpoint
DROP TABLE `search_entries`;
--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`reading_id` integer NOT NULL,
	`plan_position` integer NOT NULL,
	`goal_position` integer,
	FOREIGN KEY (`reading_id`,`plan_position`) REFERENCES `plans`(`reading_id`,`position`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "search_entries_id" CHECK(id >= 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `search_readings` (
	`reading_id` integer PRIMARY KEY NOT NULL,
	FOREIGN KEY (`reading_id`) REFERENCES `readings`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(
	tokens, content='', columnsize=0, detail=none,
	tokenize="ascii tokenchars '!#$%&()*+,-./:;<=>?@[]^_`{|}~'"
);
--> statement-breakpoint
CREATE TRIGGER `search_entries_no_update` BEFORE UPDATE ON `search_entries` BEGIN SELECT RAISE(ABORT, 'search_entries is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `search_entries_no_delete` BEFORE DELETE ON `search_entries` BEGIN SELECT RAISE(ABORT, 'search_entries is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `search_readings_no_update` BEFORE UPDATE ON `search_readings` BEGIN SELECT RAISE(ABORT, 'search_readings is append-only'); END;--> statement-breakpoint
CREATE TRIGGER `search_readings_no_delete` BEFORE DELETE ON `search_readings` BEGIN SELECT RAISE(ABORT, 'search_readings is append-only'); END;
