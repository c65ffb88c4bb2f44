package dev.tributary.generate;

import dev.tributary.generate.Chance.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What the CRM has of a person: right, mistyped, old, or nothing; and now and then what belongs to somebody else by now.
 *
 * @param strayMobile the person whose number the entry has in place of its own; -1 where it is nobody's. So with the others
 */
record Entry(
        Person person,
        State email,
        State mobile,
        State handle,
        boolean onPage,
        int strayEmail,
        int strayMobile,
        int strayHandle) {

    private static final int NOBODY = -1;

    /** How well the CRM knows an identifier. */
    enum State {
        UNKNOWN,
        RIGHT,
        MISTYPED,
        OLD,
        /** It is another person's: it was handed on, or was put down at the wrong person. */
        STRAY
    }

    static Entry of(Person person, int people) {
        Chance chance = Chance.about(Subject.ENTRY, person.seed(), person.number());
        if (person.isCompany()) {
            return new Entry(person, State.RIGHT, State.RIGHT, State.UNKNOWN, false, NOBODY, NOBODY, NOBODY);
        }
        State email = state(chance, 85, 1.5, 5, 0.05);
        State mobile = state(chance, 70, 1, 4, 0.3);
        State handle = person.ways().contains(Way.X) ? state(chance, 50, 0.5, 3, 0.4) : State.UNKNOWN;
        boolean onPage =
                (person.ways().contains(Way.PAGE) || person.ways().contains(Way.MESSENGER)) && chance.percent(15);
        int other = chance.below(people);
        boolean possible = other != person.number()
                && !Group.of(person.seed(), other / Group.SIZE).isCompany(other);
        return new Entry(
                person,
                email,
                mobile,
                handle,
                onPage,
                possible && email == State.STRAY ? other : NOBODY,
                possible && mobile == State.STRAY ? other : NOBODY,
                possible && handle == State.STRAY ? other : NOBODY);
    }

    private static State state(Chance chance, double known, double mistyped, double old, double stray) {
        if (!chance.percent(known)) {
            return State.UNKNOWN;
        }
        double part = chance.part() * 100;
        return part < mistyped
                ? State.MISTYPED
                : part < mistyped + old ? State.OLD : part < mistyped + old + stray ? State.STRAY : State.RIGHT;
    }

    String id() {
        return id(person.number());
    }

    static String id(int person) {
        return "C" + (person + 1);
    }

    /** The cells of its row, as those of {@link Crm#COLUMNS}. */
    Object[] cells() {
        boolean company = person.isCompany();
        boolean atCompany = person.group().kind() == Group.Kind.COMPANY;
        return new Object[] {
            id(),
            person.name(),
            company ? "" : person.given(),
            company ? "" : person.family(),
            atCompany ? person.group().company() : "",
            String.join(";", emails()),
            String.join(";", phones()),
            String.join(";", handles())
        };
    }

    private List<String> emails() {
        List<String> emails = new ArrayList<>();
        String own = person.email();
        switch (email) {
            case RIGHT -> emails.add(person.number() % 20 == 0 ? own.toUpperCase(Locale.ROOT) : own);
            case MISTYPED -> emails.add(own.replaceFirst("\\.(.)", ".$1$1"));
            case OLD -> emails.add("old." + own);
            case STRAY -> addStray(emails, strayEmail, Person::email);
            case UNKNOWN -> {}
        }
        if (person.group().withMailbox() && person.group().has(person.number())) {
            emails.add(person.group().mailbox());
        }
        return emails;
    }

    private List<String> phones() {
        List<String> phones = new ArrayList<>();
        String own = person.mobile();
        switch (mobile) {
            case RIGHT -> phones.add(written(own));
            case MISTYPED -> phones.add(own.substring(0, own.length() - 1));
            case OLD -> phones.add("+49160" + own.substring(6));
            case STRAY -> addStray(phones, strayMobile, Person::mobile);
            case UNKNOWN -> {}
        }
        Group group = person.group();
        if (!person.isCompany() && hasLine(group)) {
            phones.add(written(group.line()));
        }
        return phones;
    }

    private boolean hasLine(Group group) {
        return group.has(person.number()) && (group.lineOnAll() || person.number() == group.first());
    }

    private List<String> handles() {
        List<String> handles = new ArrayList<>();
        switch (handle) {
            case RIGHT -> handles.add("x:@" + person.handle());
            case MISTYPED -> handles.add("x:@" + person.handle() + "_");
            case OLD -> handles.add("x:@the_" + person.handle());
            case STRAY -> addStray(handles, strayHandle, it -> "x:@" + it.handle());
            case UNKNOWN -> {}
        }
        if (onPage) {
            handles.add("id:facebook/" + Source.PAGE_ID + ":" + person.pageId());
        }
        return handles;
    }

    private void addStray(List<String> values, int other, Function<Person, String> value) {
        if (other != NOBODY) {
            values.add(value.apply(Person.of(person.seed(), other)));
        }
    }

    /** As people write numbers: with blanks, with the country code in one of its ways. */
    private String written(String number) {
        return switch (person.number() % 4) {
            case 0 -> number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
            case 1 -> "+49 (0)" + number.substring(3);
            default -> number;
        };
    }
}
