-- How long each answered wait of a channel and week took, the shortest first: seconds of four bytes each, the most significant first. They
-- are kept together so that the percentiles of all weeks need no look at each wait. part counts from 0.
CREATE TABLE response_answers (
  channel    VARCHAR(32) ${bin} NOT NULL,
  week_start DATE NOT NULL,
  part       INT NOT NULL,
  seconds    VARBINARY(40000) NOT NULL,
  PRIMARY KEY (channel, week_start, part)
);
