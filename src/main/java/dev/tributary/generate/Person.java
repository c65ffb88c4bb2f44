package dev.tributary.generate;

import dev.tributary.generate.Chance.Subject;
import dev.tributary.generate.Group.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * A made-up person; everything about them follows from the seed and their number.
 *
 * @param friends the given name as friends say it
 * @param ways on which they write
 * @param onLine whether they call from the line of their group
 * @param onMailbox whether they write from the mailbox of their family
 * @param tellsNumber whether they fill in their telephone number in forms
 */
record Person(
        long seed,
        int number,
        Group group,
        String given,
        String friends,
        String family,
        Set<Way> ways,
        boolean onLine,
        boolean onMailbox,
        boolean tellsNumber) {

    private static final String[] DOMAINS = {
        "mail.example", "post.example", "web.example", "inbox.example", "freemail.example", "letters.example"
    };

    static Person of(long seed, int number) {
        Group group = Group.of(seed, number / Group.SIZE);
        Chance chance = Chance.about(Subject.PERSON, seed, number);
        String[] given = Names.given(chance);
        String own = Names.family(chance);
        boolean member = group.has(number);
        boolean company = group.isCompany(number);
        double callsHome = !member ? 0 : group.lineOnAll() || number == group.first() ? 40 : 10;
        return new Person(
                seed,
                number,
                group,
                given[0],
                given[1],
                member && group.isHome() ? group.family() : own,
                company ? EnumSet.of(Way.MAIL, Way.CALL) : ways(chance),
                company || chance.percent(callsHome),
                member && group.withMailbox() && chance.percent(30),
                chance.percent(15));
    }

    private static Set<Way> ways(Chance chance) {
        Set<Way> ways = EnumSet.of(Way.of(chance));
        if (chance.percent(35)) {
            ways.add(Way.of(chance));
        }
        if (chance.percent(10)) {
            ways.add(Way.of(chance));
        }
        return ways;
    }

    boolean isCompany() {
        return group.isCompany(number);
    }

    String name() {
        return isCompany() ? group.company() : given + " " + family;
    }

    /** As their account on that way shows it. */
    String shown(Way way) {
        return isCompany()
                ? group.company()
                : Names.shown(Chance.about(Subject.SHOWN, seed, number, way.ordinal()), given, friends, family);
    }

    /** Nobody else's, though a company's mailbox is a role's. */
    String email() {
        if (isCompany()) {
            return "info@" + group.domain();
        }
        String name = Names.letters(given) + "." + Names.letters(family) + Integer.toString(number, 36);
        boolean atWork = group.kind() == Kind.COMPANY;
        return name + "@" + (atWork ? group.domain() : DOMAINS[number % DOMAINS.length]);
    }

    /** What they write from. */
    String writesFrom() {
        return onMailbox ? group.mailbox() : email();
    }

    String mobile() {
        return isCompany() ? group.line() : Numbers.mobile(number);
    }

    /** What they call from. */
    String callsFrom() {
        return onLine ? group.line() : mobile();
    }

    /** The X handle. */
    String handle() {
        return Names.letters(given) + "_" + Integer.toString(number, 36);
    }

    String xId() {
        return String.valueOf(500_000_000L + number);
    }

    /** What WhatsApp calls them. */
    String waId() {
        return mobile().substring(1);
    }

    /** What Facebook calls them on our page. */
    String pageId() {
        return String.valueOf(7_301_000_000_000_000L + number);
    }

    /** Personal data, though made up: only the number is printed. */
    @Override
    public String toString() {
        return "person " + number;
    }
}
