-- What the CRM reads: these views, and no table. To be run by an administrator of the database after grants.sql and the first start
-- of Tributary, which makes the views; it may be run again.
GRANT SELECT ON tributary.crm_timeline TO tributary_crm;
GRANT SELECT ON tributary.crm_contact_resolved TO tributary_crm;
GRANT SELECT ON tributary.crm_golden_contact TO tributary_crm;
GRANT SELECT ON tributary.crm_golden_point TO tributary_crm;
