-- What the brake measured in each run, and what a person said of one that was held. Times are UTC. decision: APPROVED or REJECTED.
CREATE TABLE run_brake (
  run_id          BIGINT PRIMARY KEY,
  links_before    BIGINT NOT NULL,
  new_links       BIGINT NOT NULL,
  largest_cluster BIGINT NOT NULL,
  participants    BIGINT NOT NULL,
  linked          BIGINT NOT NULL,
  held            BOOLEAN NOT NULL,
  decision        VARCHAR(10) ${bin},
  decided_by      VARCHAR(190),
  decided_at      DATETIME(6),
  reason          VARCHAR(1000),
  CONSTRAINT run_brake_run FOREIGN KEY (run_id) REFERENCES sync_run (id)
);

-- The contacts that grew most in a run.
CREATE TABLE run_brake_contact (
  run_id       BIGINT NOT NULL,
  contact_id   BIGINT NOT NULL,
  participants BIGINT NOT NULL,
  new_links    BIGINT NOT NULL,
  PRIMARY KEY (run_id, contact_id),
  CONSTRAINT run_brake_contact_run FOREIGN KEY (run_id) REFERENCES run_brake (run_id),
  CONSTRAINT run_brake_contact_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);
