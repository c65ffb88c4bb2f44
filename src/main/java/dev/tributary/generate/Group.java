package dev.tributary.generate;

import dev.tributary.generate.Chance.Subject;

/**
 * Eight neighbours, some of whom belong together; everything about them follows from the seed and their number.
 *
 * @param lineOnAll whether the CRM has the line of a couple on both, and not on the first alone
 */
record Group(int number, Kind kind, String family, boolean withMailbox, boolean lineOnAll) {

    static final int SIZE = 8;

    /** Who they are to each other. */
    enum Kind {
        STRANGERS(0),
        /** The first two share a landline, and some of them a mailbox. */
        COUPLE(2),
        /** The first four share a landline and a mailbox. */
        FAMILY(4),
        /** All share the company's line; the first of them is the company itself, with its mailbox info@. */
        COMPANY(SIZE);

        private final int members;

        Kind(int members) {
            this.members = members;
        }
    }

    static Group of(long seed, int number) {
        Chance chance = Chance.about(Subject.GROUP, seed, number);
        double part = chance.part() * 100;
        Kind kind = part < 4 ? Kind.COMPANY : part < 6 ? Kind.FAMILY : part < 26 ? Kind.COUPLE : Kind.STRANGERS;
        boolean withMailbox = kind == Kind.FAMILY || kind == Kind.COUPLE && chance.percent(30);
        return new Group(number, kind, Names.family(chance), withMailbox, kind != Kind.COUPLE || chance.percent(70));
    }

    int first() {
        return number * SIZE;
    }

    boolean has(int person) {
        return person - first() < kind.members;
    }

    boolean isCompany(int person) {
        return kind == Kind.COMPANY && person == first();
    }

    boolean isHome() {
        return kind == Kind.COUPLE || kind == Kind.FAMILY;
    }

    String line() {
        return Numbers.line(number);
    }

    /** The mailbox of a family. */
    String mailbox() {
        return "familie." + Names.letters(family) + Integer.toString(number, 36) + "@post.example";
    }

    String company() {
        return Names.company(number);
    }

    String domain() {
        return Names.letters(company()) + ".example";
    }
}
