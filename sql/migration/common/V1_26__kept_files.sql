-- Files that have landed and stay where they lie, on this machine as on other servers: one of the same size and time is not read again.
-- file_key is the SHA-256 of the place: server, folder and name. Dropping a row costs one look at the file, whose content is known by its
-- hash.
ALTER TABLE remote_file RENAME TO kept_file;
