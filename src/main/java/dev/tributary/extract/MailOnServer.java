package dev.tributary.extract;

import org.jspecify.annotations.Nullable;

/**
 * A mail as the server gives it.
 *
 * @param content all of it, or its headers alone
 * @param arrived when the server took it in, as mails write dates; null where it does not say
 */
record MailOnServer(byte[] content, @Nullable String arrived) {

    @Override
    public String toString() {
        return "a mail of " + content.length + " bytes";
    }
}
