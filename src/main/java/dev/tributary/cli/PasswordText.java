package dev.tributary.cli;

import dev.tributary.access.Users;
import picocli.CommandLine.Model.CommandSpec;

/** A password that is told once. */
final class PasswordText {

    private PasswordText() {}

    /** @param what as a sentence without its full stop */
    static void print(Session session, CommandSpec spec, Users.Given given, String what) {
        if (session.isJson()) {
            Answer.json(spec, given);
        } else {
            Answer.print(spec, what + ". Password, shown this once: " + given.password());
        }
    }
}
