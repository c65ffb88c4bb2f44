-- Whether the version that stands is the report of the account's own source, or what a suite says of that account.
ALTER TABLE interaction ADD COLUMN version_own BOOLEAN NOT NULL DEFAULT TRUE;
