package dev.tributary.browser;

import dev.tributary.access.Role;
import java.util.Locale;

/** Every page of the console, where the company of the samples has something to show on it. */
enum ConsolePage {
    REVIEW("/review", Role.STEWARD),
    CASE("/review/3", Role.STEWARD),
    TOGETHER("/review/3/together/1", Role.STEWARD),
    LIKELY("/review?likely=50-69", Role.STEWARD),
    WORKBOOK("/review/workbook", Role.STEWARD),
    LOGIN("/login", Role.VIEWER),
    AUDIT("/audit?check=now", Role.PRIVACY_OFFICER),
    CONTACTS("/contacts", Role.VIEWER),
    FOUND("/contacts?q=anna", Role.VIEWER),
    CONTACT("/contacts/C001", Role.STEWARD),
    EMBED("/embed/contacts/C001", Role.VIEWER),
    DUPLICATES("/duplicates", Role.STEWARD),
    RUNS("/runs", Role.OPERATOR),
    RUN("/runs/1", Role.OPERATOR),
    SOURCES("/sources", Role.OPERATOR),
    SOURCE("/sources/line-inbox", Role.OPERATOR),
    HOLES("/sources/x-mentions", Role.OPERATOR),
    RESPONSE_TIMES("/response-times", Role.VIEWER);

    private final String path;
    private final Role role;

    ConsolePage(String path, Role role) {
        this.path = path;
        this.role = role;
    }

    String path() {
        return path;
    }

    /** The least that opens it. */
    Role role() {
        return role;
    }

    /** As files of it are called. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
