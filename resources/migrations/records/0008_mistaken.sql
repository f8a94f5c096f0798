-- Files that name the wrong employee, and people who are known by such files alone: no list names them.
ALTER TABLE cases ADD COLUMN mistaken_at TEXT;
--> statement-breakpoint
ALTER TABLE persons ADD COLUMN concealed_at TEXT;
