-- Under which keys other spellings of a value are to be looked for: of the few values that are written in more than one way. For
-- look-up only; a value that nobody carries or uses any more may stay.
CREATE TABLE loose_key (
  type       VARCHAR(16) ${bin} NOT NULL,
  key_text   VARCHAR(330) ${bin} NOT NULL,
  value_text VARCHAR(330) ${bin} NOT NULL,
  PRIMARY KEY (type, key_text, value_text)
);

-- The next night looks at every identifier there is, as where a company changed, and writes the keys down.
UPDATE decided_by SET companies_changed = TRUE;
