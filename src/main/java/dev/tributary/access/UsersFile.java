package dev.tributary.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tributary.run.Home;
import dev.tributary.run.SecretFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code access/users.yaml} of the home folder, which only our user reads. */
final class UsersFile {

    private static final String NAME = "users.yaml";
    private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rwx------");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SecretFolder folder;

    UsersFile(Home home) {
        this.folder = new SecretFolder(home.path().resolve("access"));
    }

    @JsonInclude(Include.NON_NULL)
    private record Entry(
            @Nullable String name,
            @Nullable String password,
            @Nullable Set<Role> roles,
            @Nullable Boolean disabled) {

        static Entry of(User user) {
            return new Entry(user.name(), user.password(), user.sorted(), user.disabled() ? true : null);
        }

        User user() {
            if (name == null || password == null || roles == null || roles.isEmpty() || !User.isName(name)) {
                throw new UsersUnusable(
                        "access/users.yaml: each user has a name (letters, digits and . _ - @ +), a password (its hash) and roles");
            }
            return new User(name, password, roles, Boolean.TRUE.equals(disabled));
        }
    }

    private record Content(@Nullable List<Entry> users) {}

    Path path() {
        return folder.file(NAME);
    }

    /**
     * Those who are in it; nobody where there is no file.
     *
     * @throws UsersUnusable where it is no list of users, or others can read it
     */
    List<User> read() {
        if (!Files.exists(path())) {
            return List.of();
        }
        checkThatItIsOurs();
        try {
            Content content = YAML.readValue(Files.readAllBytes(path()), Content.class);
            List<Entry> entries = content.users() == null ? List.of() : content.users();
            return distinct(entries.stream().map(Entry::user).toList());
        } catch (JacksonException wrong) {
            int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
            throw new UsersUnusable("access/users.yaml:" + Math.max(line, 1)
                    + ": that is no list of users; write users: [{name: …, password: …, roles: […]}], with roles of "
                    + List.of(Role.values()));
        } catch (IOException unreadable) {
            throw unusable("read", unreadable);
        }
    }

    void write(List<User> users) {
        try {
            Content content = new Content(users.stream().map(Entry::of).toList());
            folder.write(NAME, YAML.writeValueAsBytes(content));
        } catch (IOException unwritable) {
            throw unusable("written", unwritable);
        }
    }

    private static List<User> distinct(List<User> users) {
        Set<String> names = new HashSet<>();
        users.forEach(user -> {
            if (!names.add(user.name())) {
                throw new UsersUnusable("access/users.yaml: " + user.name() + " is in it twice; take one out");
            }
        });
        return users;
    }

    private void checkThatItIsOurs() {
        try {
            if (path().getFileSystem().supportedFileAttributeViews().contains("posix")
                    && !OURS.containsAll(Files.getPosixFilePermissions(path()))) {
                throw new UsersUnusable("access/users.yaml can be read by others; 'chmod 600 " + path() + "' mends it");
            }
        } catch (IOException unreadable) {
            throw unusable("read", unreadable);
        }
    }

    private static UsersUnusable unusable(String what, IOException cause) {
        return new UsersUnusable("access/users.yaml of the home folder cannot be " + what + " ("
                + cause.getClass().getSimpleName() + "); see whether the disk is full and who owns the folder");
    }
}
