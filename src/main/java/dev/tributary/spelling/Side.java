package dev.tributary.spelling;

/** Where a value stands. */
enum Side {
    /** What was learned of a contact by a link is no evidence for another. */
    ON_CONTACTS("crm_contact_point WHERE origin = 'CRM' AND"),
    OF_PARTICIPANTS("participant_identifier WHERE");

    private final String table;

    Side(String table) {
        this.table = table;
    }

    /** A query of the values of one type, to which a further condition may be added. */
    String query() {
        return "SELECT DISTINCT value_text FROM " + table + " type = ?";
    }
}
