package dev.tributary.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are made and kept. */
final class Passwords {

    /** 32 letters and digits that nobody mistakes for another: five bits each. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";

    private static final int GROUPS = 5;
    private static final int LETTERS_A_GROUP = 5;
    private static final int BCRYPT_ROUNDS = 12;
    /** Bcrypt reads no more bytes than these. */
    private static final int LONGEST = 72;

    private static final int SHORTEST = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** New passwords are kept by bcrypt; a users file may bring those of argon2 as well. */
    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder(
                "bcrypt",
                Map.of(
                        "bcrypt",
                        new BCryptPasswordEncoder(BCRYPT_ROUNDS),
                        "argon2@SpringSecurity_v5_8",
                        Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    /** 125 random bits, to be read and typed: {@code h7k2m-…}. */
    static String random() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> RANDOM.ints(LETTERS_A_GROUP, 0, LETTERS.length())
                        .mapToObj(letter -> LETTERS.substring(letter, letter + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }

    /** @throws UsersUnusable where it is too short to be safe, or too long to be read to its end */
    static void check(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new UsersUnusable("The password is too short; it needs " + SHORTEST + " letters or more");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new UsersUnusable("The password is too long; " + LONGEST + " bytes are the most");
        }
    }
}
