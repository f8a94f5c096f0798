-- Only for `out`: 0 until the file lies where the person wanted it. A package that stays so was cut off, and never left.
ALTER TABLE packages ADD COLUMN written INTEGER NOT NULL DEFAULT 1 CHECK (written IN (0, 1));
