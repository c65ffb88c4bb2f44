package dev.tributary.workbook;

import dev.tributary.report.Column;

/** The columns of the cases, in the order in which they go out; they come back in whatever order. */
enum CaseColumn {
    ANSWER("Answer", 18),
    CONTACT("Which contact", 14),
    KIND("Shared as", 14),
    COMMENT("Comment", 24),
    LIKELY("Likely (%)", 8),
    WHY("Why a person must decide", 24),
    PERSON("Person on the channel", 24),
    KNOWN("What is known of them", 38),
    PROPOSED("Contacts that it may be", 34),
    AGREES("What agrees", 28),
    DIFFERS("What differs", 28),
    MESSAGES("Latest messages", 44),
    BEFORE("Said before", 20),
    CASE("Case", 8),
    STAMP("Stamp", 17),
    CONTACT_1("Contact 1", 12),
    CONTACT_2("Contact 2", 12),
    CONTACT_3("Contact 3", 12),
    CONTACT_4("Contact 4", 12),
    CONTACT_5("Contact 5", 12);

    private final String title;
    private final int width;

    CaseColumn(String title, int width) {
        this.title = title;
        this.width = width;
    }

    String title() {
        return title;
    }

    /** Whether a row without it means nothing. */
    boolean isNeeded() {
        return this == ANSWER || this == CASE || this == STAMP;
    }

    /** Whether a steward writes in it, or it tells which case is meant. */
    boolean isRead() {
        return this == CONTACT || this == KIND || this == COMMENT || isNeeded();
    }

    /** Whether it only holds what the drop-down of contacts offers. */
    boolean isHidden() {
        return ordinal() >= CONTACT_1.ordinal();
    }

    Column column() {
        return this == LIKELY || this == CASE ? Column.number(title, width) : Column.text(title, width);
    }
}
