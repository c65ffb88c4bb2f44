-- What changed since a run is found without reading how everybody stands.
CREATE INDEX participant_match_run ON participant_match (outcome, run_id);
