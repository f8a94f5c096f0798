-- Acts of v2 commit to the heads that lie deeper than themselves; what that hides is kept beside the act.
ALTER TABLE acts ADD COLUMN openings TEXT;
