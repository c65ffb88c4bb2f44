-- What more the CRM says of a contact. consent is NONE, SERVICE or ALL, and NULL where nothing is said.
ALTER TABLE crm_contact ADD COLUMN street VARCHAR(255);
ALTER TABLE crm_contact ADD COLUMN postcode VARCHAR(32);
ALTER TABLE crm_contact ADD COLUMN city VARCHAR(255);
ALTER TABLE crm_contact ADD COLUMN country VARCHAR(100);
ALTER TABLE crm_contact ADD COLUMN birth_date DATE;
ALTER TABLE crm_contact ADD COLUMN consent VARCHAR(8) ${bin};
ALTER TABLE crm_contact ADD COLUMN source VARCHAR(64) ${bin};
ALTER TABLE crm_contact ADD COLUMN source_changed_at DATETIME(6);

-- The contact that a merged one stands under, at the end of its chain of merges; NULL while it stands for itself. It follows from
-- contact_merge, and changes in the same transaction.
ALTER TABLE crm_contact ADD COLUMN survivor_id BIGINT;
CREATE INDEX crm_contact_survivor ON crm_contact (survivor_id);

-- One edge of the forest: into_id stood for itself when contact_id was merged into it. active_contact is the contact while the
-- merge stands and NULL after it was retracted.
CREATE TABLE contact_merge (
  id             BIGINT AUTO_INCREMENT PRIMARY KEY,
  contact_id     BIGINT NOT NULL,
  into_id        BIGINT NOT NULL,
  sequence       INT NOT NULL,
  status         VARCHAR(10) ${bin} NOT NULL,
  active_contact BIGINT,
  rule           VARCHAR(64) ${bin} NOT NULL,
  evidence       ${text} NOT NULL,
  actor          VARCHAR(190) NOT NULL,
  reason         VARCHAR(1000),
  run_id         BIGINT,
  decided_at     DATETIME(6) NOT NULL,
  retracted_by   VARCHAR(190),
  retracted_at   DATETIME(6),
  retracted_for  VARCHAR(1000),
  CONSTRAINT contact_merge_key UNIQUE (contact_id, into_id, sequence),
  CONSTRAINT contact_merge_active UNIQUE (active_contact),
  CONSTRAINT contact_merge_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id),
  CONSTRAINT contact_merge_into FOREIGN KEY (into_id) REFERENCES crm_contact (id)
);
CREATE INDEX contact_merge_run ON contact_merge (run_id);

-- A person said that these two contacts are two people. The smaller id comes first.
CREATE TABLE never_merge (
  first_id   BIGINT NOT NULL,
  second_id  BIGINT NOT NULL,
  active     BOOLEAN NOT NULL,
  actor      VARCHAR(190) NOT NULL,
  reason     VARCHAR(1000),
  decided_at DATETIME(6) NOT NULL,
  PRIMARY KEY (first_id, second_id),
  CONSTRAINT never_merge_first FOREIGN KEY (first_id) REFERENCES crm_contact (id),
  CONSTRAINT never_merge_second FOREIGN KEY (second_id) REFERENCES crm_contact (id)
);
CREATE INDEX never_merge_second_id ON never_merge (second_id);

-- A person said that this participant is not this contact.
CREATE TABLE never_match (
  participant_id BIGINT NOT NULL,
  contact_id     BIGINT NOT NULL,
  active         BOOLEAN NOT NULL,
  actor          VARCHAR(190) NOT NULL,
  reason         VARCHAR(1000),
  decided_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (participant_id, contact_id),
  CONSTRAINT never_match_participant FOREIGN KEY (participant_id) REFERENCES participant (id),
  CONSTRAINT never_match_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);
CREATE INDEX never_match_contact_id ON never_match (contact_id);

-- on_timeline: whether entries of the link may still lie on a timeline; of a retracted link they are taken away.
ALTER TABLE link ADD COLUMN reason VARCHAR(1000);
ALTER TABLE link ADD COLUMN retracted_by VARCHAR(190);
ALTER TABLE link ADD COLUMN retracted_at DATETIME(6);
ALTER TABLE link ADD COLUMN retracted_for VARCHAR(1000);
ALTER TABLE link ADD COLUMN on_timeline BOOLEAN NOT NULL DEFAULT TRUE;

-- A person put one interaction on a contact, whatever the links say. active_interaction is NULL after it was put back.
CREATE TABLE interaction_move (
  id                 BIGINT AUTO_INCREMENT PRIMARY KEY,
  interaction_id     BIGINT NOT NULL,
  contact_id         BIGINT NOT NULL,
  active_interaction BIGINT,
  actor              VARCHAR(190) NOT NULL,
  reason             VARCHAR(1000),
  decided_at         DATETIME(6) NOT NULL,
  back_by            VARCHAR(190),
  back_at            DATETIME(6),
  back_for           VARCHAR(1000),
  CONSTRAINT interaction_move_active UNIQUE (active_interaction),
  CONSTRAINT interaction_move_interaction FOREIGN KEY (interaction_id) REFERENCES interaction (id),
  CONSTRAINT interaction_move_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);
CREATE INDEX interaction_move_contact_id ON interaction_move (contact_id, active_interaction);

-- Of several ways to write a value the same one is shown, whatever the order in which they came.
ALTER TABLE participant_identifier MODIFY COLUMN raw VARCHAR(500) ${bin} NOT NULL;
ALTER TABLE crm_contact_point MODIFY COLUMN raw VARCHAR(500) ${bin} NOT NULL;

-- A message whose author nobody knows may be moved to a contact.
ALTER TABLE crm_timeline_entry MODIFY COLUMN participant_id BIGINT NULL;

-- What the merged contacts come to, for each that others were merged into: every field, and which contact it came from.
CREATE TABLE golden_contact (
  contact_id       BIGINT PRIMARY KEY,
  name             VARCHAR(255) NOT NULL,
  name_from        BIGINT NOT NULL,
  given_name       VARCHAR(255),
  given_name_from  BIGINT,
  family_name      VARCHAR(255),
  family_name_from BIGINT,
  company          VARCHAR(255),
  company_from     BIGINT,
  street           VARCHAR(255),
  street_from      BIGINT,
  postcode         VARCHAR(32),
  postcode_from    BIGINT,
  city             VARCHAR(255),
  city_from        BIGINT,
  country          VARCHAR(100),
  country_from     BIGINT,
  birth_date       DATE,
  birth_date_from  BIGINT,
  consent          VARCHAR(8) ${bin},
  consent_from     BIGINT,
  CONSTRAINT golden_contact_contact FOREIGN KEY (contact_id) REFERENCES crm_contact (id)
);

-- Every id that the CRM ever knew a contact by, and the one it has now.
CREATE VIEW crm_contact_resolved AS
SELECT known.external_id AS contact, root.external_id AS resolves_to
FROM crm_contact known
JOIN crm_contact root ON root.id = COALESCE(known.survivor_id, known.id)
UNION ALL
SELECT a.alias, root.external_id
FROM crm_contact_alias a
JOIN crm_contact known ON known.id = a.contact_id
JOIN crm_contact root ON root.id = COALESCE(known.survivor_id, known.id);

-- Every contact that stands for itself, as its golden record shows it.
CREATE VIEW crm_golden_contact AS
SELECT c.external_id AS contact,
       COALESCE(g.name, c.name) AS name,
       CASE WHEN g.contact_id IS NULL THEN c.given_name ELSE g.given_name END AS given_name,
       CASE WHEN g.contact_id IS NULL THEN c.family_name ELSE g.family_name END AS family_name,
       CASE WHEN g.contact_id IS NULL THEN c.company ELSE g.company END AS company,
       CASE WHEN g.contact_id IS NULL THEN c.street ELSE g.street END AS street,
       CASE WHEN g.contact_id IS NULL THEN c.postcode ELSE g.postcode END AS postcode,
       CASE WHEN g.contact_id IS NULL THEN c.city ELSE g.city END AS city,
       CASE WHEN g.contact_id IS NULL THEN c.country ELSE g.country END AS country,
       CASE WHEN g.contact_id IS NULL THEN c.birth_date ELSE g.birth_date END AS birth_date,
       CASE WHEN g.contact_id IS NULL THEN c.consent ELSE g.consent END AS consent
FROM crm_contact c
LEFT JOIN golden_contact g ON g.contact_id = c.id
WHERE c.survivor_id IS NULL;

-- The addresses, numbers and handles of each contact that stands for itself, with those of the contacts merged into it.
CREATE VIEW crm_golden_point AS
SELECT root.external_id AS contact,
       p.type          AS type,
       p.value_text    AS value_text,
       MIN(p.raw)      AS raw,
       MAX(p.usable)   AS usable,
       MIN(p.origin)   AS origin
FROM crm_contact_point p
JOIN crm_contact c ON c.id = p.contact_id
JOIN crm_contact root ON root.id = COALESCE(c.survivor_id, c.id)
GROUP BY root.external_id, p.type, p.value_text;

CREATE OR REPLACE VIEW crm_timeline AS
SELECT c.external_id AS contact,
       COALESCE(g.name, c.name) AS contact_name,
       e.interaction_id AS interaction,
       e.occurred_at AS at_utc,
       e.channel     AS channel,
       e.account     AS account,
       e.type        AS type,
       e.direction   AS direction,
       e.author      AS author,
       e.subject     AS subject,
       e.body        AS text,
       e.thread      AS thread,
       LOWER(${hex}(e.episode)) AS episode,
       e.url         AS link,
       e.edited      AS edited,
       e.deleted     AS deleted,
       e.undated     AS undated
FROM crm_timeline_entry e
JOIN crm_contact c ON c.id = e.contact_id
LEFT JOIN golden_contact g ON g.contact_id = c.id;
