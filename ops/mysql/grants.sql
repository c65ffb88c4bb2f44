-- Makes the database and its users, each with the least rights. To be run by an administrator of the database before Tributary is
-- started for the first time; it may be run again. MySQL makes up a password for each user that is new and shows it once; ALTER USER
-- gives another. After the first start as tributary_migrate run grants-crm.sql.
CREATE DATABASE IF NOT EXISTS tributary CHARACTER SET utf8mb4;

-- Makes and changes the tables when a version is installed, and works at no other time:
-- SPRING_DATASOURCE_USERNAME=tributary_migrate tributary status
CREATE USER IF NOT EXISTS tributary_migrate IDENTIFIED BY RANDOM PASSWORD;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, SHOW VIEW ON tributary.* TO tributary_migrate;

-- Tributary at work, by night and by day: it reads and writes rows, and can neither make nor drop a table.
CREATE USER IF NOT EXISTS tributary_app IDENTIFIED BY RANDOM PASSWORD;
GRANT SELECT, INSERT, UPDATE, DELETE ON tributary.* TO tributary_app;

-- The CRM: grants-crm.sql says what it reads.
CREATE USER IF NOT EXISTS tributary_crm IDENTIFIED BY RANDOM PASSWORD;
