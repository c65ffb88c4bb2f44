-- Makes MySQL refuse to change or remove entries of the audit trail. To be run once by an administrator of the database, in the schema of
-- Tributary; DROP TRIGGER takes it back. 'tributary audit verify' finds such changes with and without it.
CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'entries of the audit trail are never changed';
CREATE TRIGGER audit_entry_remains BEFORE DELETE ON audit_entry
FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'entries of the audit trail are never removed';
