-- Contacts that have no name of a person may be companies: a night that meets an identifier of one asks for these alone.
CREATE INDEX crm_contact_names ON crm_contact (given_name, family_name);
