-- The links by rules that a verdict retracted because they rested on an identifier alone that it says is shared, whosever they are.
-- Taking the verdict back lets them stand again; where another verdict says the same of the identifier, they pass on to that one.
CREATE TABLE verdict_link (
  verdict_id BIGINT NOT NULL,
  link_id    BIGINT NOT NULL,
  type       VARCHAR(16) ${bin} NOT NULL,
  value_text VARCHAR(330) ${bin} NOT NULL,
  PRIMARY KEY (verdict_id, link_id),
  CONSTRAINT verdict_link_verdict FOREIGN KEY (verdict_id) REFERENCES verdict (id),
  CONSTRAINT verdict_link_link FOREIGN KEY (link_id) REFERENCES link (id)
);
