package dev.tributary.generate;

/** Which of their identities people wrote with: a byte each person and each group. Not thread-safe. */
final class Seen {

    /** An identity that is one person's alone. */
    enum OfPerson {
        X,
        WHATSAPP,
        FACEBOOK,
        FORM_BY_ADDRESS,
        FORM_BY_NUMBER,
        MAIL,
        CALL
    }

    /** One that a group has in common. */
    enum OfGroup {
        LINE_BY_FIRST,
        LINE_BY_OTHERS,
        MAILBOX,
        FORM_BY_MAILBOX
    }

    private final byte[] people;
    private final byte[] groups;

    Seen(int people) {
        this.people = new byte[people];
        this.groups = new byte[people / Group.SIZE + 1];
    }

    boolean has(int person, OfPerson identity) {
        return (people[person] & 1 << identity.ordinal()) != 0;
    }

    boolean has(int group, OfGroup identity) {
        return (groups[group] & 1 << identity.ordinal()) != 0;
    }

    private void add(Person person, OfPerson identity) {
        people[person.number()] |= (byte) (1 << identity.ordinal());
    }

    private void add(Person person, OfGroup identity) {
        groups[person.group().number()] |= (byte) (1 << identity.ordinal());
    }

    void take(Message it, Fate fate) {
        wrote(it);
        if (fate.copy().isNote()) {
            noted(it);
        }
    }

    private void wrote(Message it) {
        Person who = it.person();
        switch (it.way()) {
            case X -> add(who, OfPerson.X);
            case WHATSAPP -> add(who, OfPerson.WHATSAPP);
            case PAGE, MESSENGER -> add(who, OfPerson.FACEBOOK);
            case FORM -> add(who, OfPerson.FORM_BY_ADDRESS);
            case MAIL -> addMail(who, OfPerson.MAIL, OfGroup.MAILBOX);
            case CALL -> addCall(who);
        }
    }

    private void addCall(Person who) {
        if (who.onLine()) {
            add(who, who.number() == who.group().first() ? OfGroup.LINE_BY_FIRST : OfGroup.LINE_BY_OTHERS);
        } else {
            add(who, OfPerson.CALL);
        }
    }

    private void addMail(Person who, OfPerson own, OfGroup common) {
        if (who.onMailbox()) {
            add(who, common);
        } else {
            add(who, own);
        }
    }

    /** The help desk noted it, and so has met them. */
    private void noted(Message it) {
        if (it.way() == Way.MAIL) {
            addMail(it.person(), OfPerson.FORM_BY_ADDRESS, OfGroup.FORM_BY_MAILBOX);
        } else {
            add(it.person(), OfPerson.FORM_BY_NUMBER);
        }
    }
}
