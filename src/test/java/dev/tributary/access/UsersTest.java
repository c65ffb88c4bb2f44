package dev.tributary.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {

    @TempDir
    private Path home;

    private Users users;
    private Path file;

    @BeforeEach
    void inAHome() {
        users = new Users(new Home(home));
        file = home.resolve("access/users.yaml");
    }

    @Test
    void theFirstOneMayAllAndIsMadeOnce() throws IOException {
        Users.Given admin = users.firstAdmin().orElseThrow();

        assertThat(users.firstAdmin()).isEmpty();
        assertThat(users.find("admin").map(User::roles)).contains(Set.of(Role.ADMIN));
        assertThat(admin.password()).matches("([a-z0-9]{5}-){4}[a-z0-9]{5}");
        assertThat(Files.readString(file)).doesNotContain(admin.password()).contains("{bcrypt}$2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(users.encoder()
                        .matches(
                                admin.password(),
                                users.find("admin").orElseThrow().password()))
                .isTrue();
    }

    @Test
    void whatAnotherProcessWritesCountsAtOnce() {
        users.add("mia", Set.of(Role.STEWARD), null);
        Users elsewhere = new Users(new Home(home));
        elsewhere.add("tom", Set.of(Role.VIEWER, Role.OPERATOR), null);
        elsewhere.remove("mia");

        assertThat(users.all()).extracting(User::toString).containsExactly("tom [VIEWER, OPERATOR]");
    }

    @Test
    void aFileThatWasDamagedMeanwhileThrowsNobodyOut() throws IOException {
        users.add("mia", Set.of(Role.STEWARD), null);
        users.all();
        Files.writeString(file, "users: [{name: tom, rules: all}]");

        assertThat(users.all()).extracting(User::name).containsExactly("mia");
        assertThatThrownBy(() -> new Users(new Home(home)).all())
                .isInstanceOf(UsersUnusable.class)
                .hasMessageStartingWith("access/users.yaml:1: ");
    }

    @Test
    void aFileThatOthersCanReadIsRefused() throws IOException {
        users.add("mia", Set.of(Role.STEWARD), null);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> new Users(new Home(home)).all()).hasMessageContaining("chmod 600");
    }

    @Test
    void saysWhatIsWrongWithANameOrAPassword() {
        users.add("mia", Set.of(Role.STEWARD), null);

        assertThatThrownBy(() -> users.add("mia", Set.of(Role.VIEWER), null)).hasMessageContaining("user mia already");
        assertThatThrownBy(() -> users.add("m:a", Set.of(Role.VIEWER), null)).hasMessageContaining("letters, digits");
        assertThatThrownBy(() -> users.password("tom", null)).hasMessageContaining("There is no user tom");
        assertThatThrownBy(() -> users.password("mia", "short")).hasMessageContaining("too short");
        assertThatThrownBy(() -> users.password("mia", "ü".repeat(40))).hasMessageContaining("too long");
    }
}
