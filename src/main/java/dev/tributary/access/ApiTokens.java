package dev.tributary.access;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens of programs, of which only hashes are kept: who reads the table can use none. Thread-safe. */
@Component
public class ApiTokens {

    private static final String PREFIX = "trib_";
    private static final int BYTES = 32;
    private static final Duration COARSE = Duration.ofMinutes(15);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALL =
            "SELECT id, client, roles, created_at, used_at, expires_at, revoked_at FROM api_token ";

    private final JdbcClient jdbc;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Makes one more token for a program and gives it, this once.
     *
     * @param expires how long it is good for; null for ever
     * @throws UsersUnusable where the client's name is none
     */
    public String add(String client, Set<Role> roles, @Nullable Period expires) {
        if (!User.isName(client)) {
            throw new UsersUnusable("A client's name has letters, digits and . _ - @ +, 64 of them at most");
        }
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        LocalDateTime now = now();
        jdbc.sql("""
                        INSERT INTO api_token (client, roles, hash, created_at, expires_at)
                        VALUES (:client, :roles, :hash, :now, :expires)""")
                .param("client", client)
                .param("roles", new TreeSet<>(roles).stream().map(Role::name).collect(Collectors.joining(",")))
                .param("hash", Sha256.hex(token))
                .param("now", now)
                .param("expires", expires == null ? null : now.plus(expires))
                .update();
        return token;
    }

    /** All of them, those that stand no more as well. */
    public List<ApiToken> all() {
        return jdbc.sql(ALL + "ORDER BY client, id")
                .query((row, number) -> token(row))
                .list();
    }

    /**
     * From now on the token opens nothing.
     *
     * @throws UsersUnusable where there is no such token, or it was revoked before
     */
    public void revoke(long id) {
        int revoked = jdbc.sql("UPDATE api_token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                .param("now", now())
                .param("id", id)
                .update();
        if (revoked == 0) {
            throw new UsersUnusable("No token that stands has the number " + id + "; 'tributary token list' shows all");
        }
    }

    /** Whose token this is; empty where it is nobody's, or stands no more. It is found by its hash, so its letters are never compared. */
    Optional<ApiToken> find(String token) {
        LocalDateTime now = now();
        Optional<ApiToken> found = jdbc.sql(ALL + "WHERE hash = :hash")
                .param("hash", Sha256.hex(token))
                .query((row, number) -> token(row))
                .optional()
                .filter(it -> it.stands(now));
        found.filter(it -> it.usedAt() == null || it.usedAt().plus(COARSE).isBefore(now))
                .ifPresent(it -> use(it, now));
        return found;
    }

    private void use(ApiToken token, LocalDateTime now) {
        jdbc.sql("UPDATE api_token SET used_at = :now WHERE id = :id")
                .param("now", now)
                .param("id", token.id())
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("client"),
                Arrays.stream(row.getString("roles").split(","))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getObject("created_at", LocalDateTime.class),
                row.getObject("used_at", LocalDateTime.class),
                row.getObject("expires_at", LocalDateTime.class),
                row.getObject("revoked_at", LocalDateTime.class));
    }
}
