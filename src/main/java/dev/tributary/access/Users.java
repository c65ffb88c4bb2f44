package dev.tributary.access;

import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Those who may sign in with a password, as {@code access/users.yaml} of the home folder lists them; it is read again when it
 * changes. Where somebody damages it while we are at work, those who were in it before stay. Thread-safe.
 */
@Component
public class Users {

    private static final Logger LOG = LoggerFactory.getLogger(Users.class);
    private static final String FIRST = "admin";

    private final UsersFile file;
    private final boolean alone;
    private final PasswordEncoder encoder = Passwords.encoder();
    private List<User> users = List.of();
    private String read = "";

    /** @param issuer of the company's accounts; empty where there are none */
    @Autowired
    Users(Home home, @Value("${tributary.access.oidc.issuer:}") String issuer) {
        this.file = new UsersFile(home);
        this.alone = issuer.isEmpty();
    }

    Users(Home home) {
        this(home, "");
    }

    /**
     * @param name of the user
     * @param password in clear, to be shown once and kept nowhere
     */
    public record Given(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * How many the file of a home folder lets in.
     *
     * @throws UsersUnusable where it is no list of users, or others can read it
     */
    public static int in(Home home) {
        return new UsersFile(home).read().size();
    }

    /** @throws UsersUnusable where the file was never readable */
    public synchronized List<User> all() {
        String now = state();
        if (!now.equals(read)) {
            try {
                users = file.read();
            } catch (UsersUnusable damaged) {
                if (read.isEmpty()) {
                    throw damaged;
                }
                LOG.error("{}; those who were in it before stay", damaged.getMessage());
            }
            read = now;
        }
        return users;
    }

    public Optional<User> find(String name) {
        return all().stream().filter(user -> user.name().equals(name)).findFirst();
    }

    /** Where there is nobody yet, and no company account either: one who may all, with a random password. Else empty. */
    public synchronized Optional<Given> firstAdmin() {
        return alone && all().isEmpty() ? Optional.of(add(FIRST, Set.of(Role.ADMIN), null)) : Optional.empty();
    }

    /**
     * @param password null for a random one
     * @throws UsersUnusable where the name is taken or none, or the password is too short
     */
    public synchronized Given add(String name, Set<Role> roles, @Nullable String password) {
        if (!User.isName(name)) {
            throw new UsersUnusable("A user's name has letters, digits and . _ - @ +, 64 of them at most");
        }
        if (find(name).isPresent()) {
            throw new UsersUnusable(
                    "There is a user " + name + " already; 'tributary user password' gives a new password");
        }
        Given given = given(name, password);
        change(users -> with(users, new User(name, hash(given), roles, false)));
        return given;
    }

    /**
     * Gives a new password; whoever is signed in by this name is signed out.
     *
     * @param password null for a random one
     * @throws UsersUnusable where there is no such user, or the password is too short
     */
    public synchronized Given password(String name, @Nullable String password) {
        User user = existing(name);
        Given given = given(name, password);
        change(users -> with(users, new User(name, hash(given), user.roles(), user.disabled())));
        return given;
    }

    /** @throws UsersUnusable where there is no such user */
    public synchronized void remove(String name) {
        existing(name);
        change(users -> without(users, name));
    }

    PasswordEncoder encoder() {
        return encoder;
    }

    private static Given given(String name, @Nullable String password) {
        if (password == null) {
            return new Given(name, Passwords.random());
        }
        Passwords.check(password);
        return new Given(name, password);
    }

    private String hash(Given given) {
        return Objects.requireNonNull(encoder.encode(given.password()));
    }

    private User existing(String name) {
        return find(name)
                .orElseThrow(() -> new UsersUnusable("There is no user " + name + "; 'tributary user list' shows all"));
    }

    private void change(UnaryOperator<List<User>> change) {
        file.write(change.apply(file.read()));
    }

    private static List<User> with(List<User> users, User user) {
        List<User> changed = new ArrayList<>(without(users, user.name()));
        changed.add(user);
        return changed;
    }

    private static List<User> without(List<User> users, String name) {
        return users.stream().filter(user -> !user.name().equals(name)).toList();
    }

    /** What tells one state of the file from another without reading it: a new file takes the place of the old one. */
    private String state() {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return now.fileKey() + " " + now.lastModifiedTime() + " " + now.size();
        } catch (IOException none) {
            return "none";
        }
    }
}
