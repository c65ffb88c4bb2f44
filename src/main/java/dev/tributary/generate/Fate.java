package dev.tributary.generate;

import dev.tributary.generate.Chance.Subject;

/**
 * What becomes of a message after it was said.
 *
 * @param again whether its system reports it twice
 * @param broken whether something comes with it that nobody can read
 */
record Fate(boolean edited, boolean withdrawn, boolean again, boolean broken, Copy copy) {

    /** What a second system has of it. */
    enum Copy {
        NONE,
        /** The search finds the post that the mentions have: one id. */
        FOUND,
        /** The help desk took the mail in, with its Message-ID. */
        AUDITED,
        /** The help desk noted the words within minutes, under a number of its own. */
        NOTED,
        /** It noted the beginning alone. */
        NOTED_IN_PART,
        /** It noted them when somebody came to it. */
        NOTED_LATE,
        /** The customer wrote the same a second time, in the form: these are two messages. */
        WRITTEN_AGAIN;

        boolean isNote() {
            return ordinal() >= NOTED.ordinal();
        }
    }

    static Fate of(Message it) {
        Chance chance = Chance.about(Subject.FATE, it.seed(), it.id());
        return new Fate(
                chance.percent(1.5),
                chance.percent(0.8),
                chance.percent(0.4),
                chance.percent(0.1),
                it.fromCustomer() ? copy(it.way(), chance) : Copy.NONE);
    }

    private static Copy copy(Way way, Chance chance) {
        double part = chance.part() * 100;
        return switch (way) {
            case X -> part < 8 ? Copy.FOUND : Copy.NONE;
            case WHATSAPP -> part < 3 ? noted(chance) : Copy.NONE;
            case MAIL ->
                part < 5 ? Copy.AUDITED : part < 9 ? noted(chance) : part < 9.1 ? Copy.WRITTEN_AGAIN : Copy.NONE;
            case PAGE, MESSENGER, FORM, CALL -> Copy.NONE;
        };
    }

    private static Copy noted(Chance chance) {
        double part = chance.part() * 100;
        return part < 75 ? Copy.NOTED : part < 90 ? Copy.NOTED_IN_PART : Copy.NOTED_LATE;
    }
}
