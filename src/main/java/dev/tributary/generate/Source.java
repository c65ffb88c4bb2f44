package dev.tributary.generate;

import java.nio.file.Path;

/** The sources of the made-up company. */
enum Source {
    X_MENTIONS("x-mentions", "x", "@acme", "channel", "x-v2"),
    X_SEARCH("x-search", "x", "@acme", "channel", "x-v2"),
    WHATSAPP("whatsapp-inbox", "whatsapp", "+4930901820", "channel", "whatsapp-cloud"),
    FACEBOOK_PAGE("facebook-page", "facebook", Source.PAGE_ID, "account", "facebook-feed"),
    FACEBOOK_MESSAGES("facebook-messages", "facebook", Source.PAGE_ID, "account", "messenger"),
    HELPDESK("helpdesk-export", "helpdesk", Source.OUR_MAILBOX, "channel", "zendesk-csv"),
    HELPDESK_AUDITS("helpdesk-audits", "zendesk", Source.OUR_MAILBOX, "channel", "zendesk-api"),
    MAILBOX("mailbox", "email", Source.OUR_MAILBOX, "channel", "email"),
    CALLS("phone-calls", "phone", "+4930901820", "channel", "twilio-calls");

    static final String PAGE_ID = "106709871234567";
    static final String OUR_MAILBOX = "support@acme.example";
    static final String OUR_NUMBER = "+4930901820";

    /** As the company's own mailbox, which the help desk reads too. */
    private static final String MAILS =
            "accounts:\n  email: { channel: email, account: \"%s\", idScope: channel }\n".formatted(OUR_MAILBOX);

    private final String name;
    private final String channel;
    private final String account;
    private final String idScope;
    private final String mapping;

    Source(String name, String channel, String account, String idScope, String mapping) {
        this.name = name;
        this.channel = channel;
        this.account = account;
        this.idScope = idScope;
        this.mapping = mapping;
    }

    String channel() {
        return channel;
    }

    String account() {
        return account;
    }

    /** How far ids of people hold, as the table of participants has it. */
    String scope() {
        return idScope.equals("account") ? account : "";
    }

    /** As the source is called. */
    @Override
    public String toString() {
        return name;
    }

    /** @param part 0 for what was made first; its files come before those of later parts */
    Drop drop(Path home, int part, String ending, String header, int most) {
        return new Drop(home.resolve("drop").resolve(name), part + "-%s." + ending, header, most);
    }

    String definition() {
        return """
                source: %s
                channel: %s
                account: "%s"
                defaultRegion: DE
                idScope: %s
                %sextract: { kind: file, path: "drop/%s/*", keep: true }
                mapping: %s
                """.formatted(name, channel, account, idScope, this == HELPDESK_AUDITS ? MAILS : "", name, mapping);
    }
}
