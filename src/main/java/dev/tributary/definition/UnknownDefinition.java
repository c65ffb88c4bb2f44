package dev.tributary.definition;

import java.util.Collection;

/** Somebody asked for a job, a source or a mapping that is not defined. The message says which there are. */
public final class UnknownDefinition extends RuntimeException {

    UnknownDefinition(String kind, String name, Collection<String> known) {
        super("There is no " + kind + " '" + name + "'; " + Spelling.cure(name, known));
    }
}
