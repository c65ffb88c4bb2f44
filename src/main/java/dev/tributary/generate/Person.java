package dev.tributary.generate;

import java.util.Locale;

/** A made-up person; everything about them follows from their number. */
record Person(int number) {

    private static final String[] GIVEN = {
        "Anna", "Boris", "Chiara", "Deniz", "Elif", "Farid", "Grace", "Hiro", "Ines", "Jonas", "Kaya", "Lin", "Mia",
        "Noor", "Olga", "Pavel", "Quinn", "Rosa", "Sven", "Tomás", "Uma", "Viktor", "Wei", "Ximena", "Yuki", "Zoë"
    };
    private static final String[] FAMILY = {
        "Alvarez", "Berg", "Costa", "Demir", "Eriksen", "Fischer", "Garcia", "Huang", "Ito", "Jansen", "Kowalski",
        "Laurent", "Müller", "Novak", "Okafor", "Petrov", "Quispe", "Rossi", "Silva", "Tanaka", "Usman", "Vogel",
        "Weber", "Xu", "Yilmaz", "Zhang"
    };

    String given() {
        return GIVEN[number % GIVEN.length];
    }

    String family() {
        return FAMILY[number / GIVEN.length % FAMILY.length];
    }

    String name() {
        return given() + " " + family();
    }

    String handle() {
        return "user" + number;
    }

    String email() {
        return "person" + number + "@mail" + number % 97 + ".example";
    }

    /** A valid German mobile number. */
    String phone() {
        return String.format(Locale.ROOT, "+49151%08d", 10_000_000 + number);
    }
}
