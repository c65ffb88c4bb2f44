-- What a platform pushes to us lands outside of any run; the next run takes it in and writes its number here.
ALTER TABLE landing_segment MODIFY COLUMN landed_run BIGINT NULL;

-- Every delivery that has landed, so that the same one makes no second row. delivery and signed are SHA-256: of what makes it this
-- delivery, however often it is sent, and of what was signed. Written in the transaction of the segment.
CREATE TABLE webhook_delivery (
  source      VARCHAR(64) ${bin} NOT NULL,
  delivery    CHAR(64) ${bin} NOT NULL,
  signed      CHAR(64) ${bin} NOT NULL,
  received_at DATETIME(6) NOT NULL,
  segment     BIGINT NOT NULL,
  PRIMARY KEY (source, delivery)
);
CREATE INDEX webhook_delivery_received ON webhook_delivery (source, received_at);
