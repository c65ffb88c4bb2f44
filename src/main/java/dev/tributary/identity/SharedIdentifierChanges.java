package dev.tributary.identity;

import dev.tributary.due.Due;
import dev.tributary.identity.SharedRow.Key;
import dev.tributary.identity.SharedRow.Origin;
import dev.tributary.identity.SharedRows.Stored;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stewards say of many identifiers at once, each such that it can be taken back exactly. Thread-safe. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SharedIdentifierChanges {

    /** @param value canonical */
    public record Which(IdentifierType type, String value) {}

    /**
     * That an identifier is shared.
     *
     * @param value canonical
     * @param kind null for that which the registry knows, else HOUSEHOLD
     */
    public record Said(
            IdentifierType type,
            String value,
            @Nullable SharedKind kind,
            String actor,
            @Nullable String reason) {}

    /**
     * A row of the registry as it was; all but the first three are null where there was none. Times are UTC.
     *
     * @param contact Tributary's own number of the contact that stands for it
     * @param origin FOUND, FILE or STEWARD
     * @param ended when it was taken back; null while it counted
     */
    public record Before(
            IdentifierType type,
            String value,
            boolean known,
            @Nullable SharedKind kind,
            @Nullable LocalDateTime since,
            @Nullable LocalDateTime until,
            @Nullable Long contact,
            @Nullable String origin,
            @Nullable String actor,
            @Nullable String reason,
            @Nullable LocalDateTime decided,
            @Nullable LocalDateTime ended) {

        /** Whether a steward said it. */
        public boolean isStewards() {
            return Origin.STEWARD.name().equals(origin);
        }
    }

    private final SharedRows rows;
    private final RestingLinks resting;

    SharedIdentifierChanges(JdbcTemplate jdbc, DataSource dataSource, Matching matching, Due due) {
        this.rows = new SharedRows(jdbc, due);
        this.resting = new RestingLinks(dataSource, matching);
    }

    /**
     * Whose link by a rule rested on these identifiers alone, as the registry is now; each with the first of these that it has. What a
     * person asserted rests on their word, and is not among them.
     *
     * @return by Tributary's own number of the participant
     */
    public Map<Long, Which> resting(Collection<Which> which) {
        Map<Long, Which> resting = new LinkedHashMap<>();
        this.resting
                .on(which.stream().map(it -> new Key(it.type(), it.value())).toList())
                .forEach((participant, key) -> resting.put(participant, new Which(key.type(), key.value())));
        return resting;
    }

    /** What the registry holds of each of these, in any order; nothing of those that it does not know. */
    public List<Before> known(Collection<Which> which) {
        return rows
                .find(which.stream().map(it -> new Key(it.type(), it.value())).toList())
                .entrySet()
                .stream()
                .map(it -> before(it.getKey(), it.getValue()))
                .toList();
    }

    /** Says of each that it is shared, one after the other; returns what was before, in the same order. Said twice, no row changes. */
    public List<Before> share(List<Said> said, LocalDateTime now) {
        Map<Key, Stored> known = rows.find(
                said.stream().map(it -> new Key(it.type(), it.value())).toList());
        Map<Key, Stored> changed = new HashMap<>();
        List<Before> before = new ArrayList<>();
        for (Said it : said) {
            Key key = new Key(it.type(), it.value());
            Stored stored = known.get(key);
            before.add(before(key, stored));
            SharedRow row = row(it, key, stored);
            if (stored == null || stored.ended() != null || !stored.row().saysTheSameAs(row)) {
                Stored fresh = new Stored(row, now, null);
                known.put(key, fresh);
                changed.put(key, fresh);
            }
        }
        rows.write(changed.values());
        return before;
    }

    /** Puts rows back as they were. */
    public void restore(Collection<Before> before) {
        List<Stored> stored = new ArrayList<>();
        List<Key> unknown = new ArrayList<>();
        for (Before it : before) {
            Key key = new Key(it.type(), it.value());
            if (it.known()) {
                stored.add(stored(key, it));
            } else {
                unknown.add(key);
            }
        }
        rows.write(stored);
        rows.delete(unknown);
    }

    /** What the registry knows of it already stays so, unless another kind is said. */
    private static SharedRow row(Said said, Key key, @Nullable Stored stored) {
        SharedRow known = stored == null || stored.ended() != null ? null : stored.row();
        boolean same = known != null && (said.kind() == null || said.kind() == known.kind());
        SharedKind kind = said.kind() == null ? SharedKind.HOUSEHOLD : said.kind();
        return same && known != null
                ? new SharedRow(
                        key,
                        known.kind(),
                        known.since(),
                        known.until(),
                        known.contact(),
                        Origin.STEWARD,
                        said.actor(),
                        cut(said.reason()))
                : new SharedRow(key, kind, null, null, null, Origin.STEWARD, said.actor(), cut(said.reason()));
    }

    private static @Nullable String cut(@Nullable String reason) {
        return SharedIdentifierRegistry.Claim.cut(reason);
    }

    private static Before before(Key key, @Nullable Stored stored) {
        if (stored == null) {
            return new Before(key.type(), key.value(), false, null, null, null, null, null, null, null, null, null);
        }
        SharedRow row = stored.row();
        return new Before(
                key.type(),
                key.value(),
                true,
                row.kind(),
                row.since(),
                row.until(),
                row.contact(),
                row.origin().name(),
                row.actor(),
                row.reason(),
                stored.decided(),
                stored.ended());
    }

    private static Stored stored(Key key, Before it) {
        SharedRow row = new SharedRow(
                key,
                Objects.requireNonNull(it.kind()),
                it.since(),
                it.until(),
                it.contact(),
                Origin.valueOf(Objects.requireNonNull(it.origin())),
                Objects.requireNonNull(it.actor()),
                it.reason());
        return new Stored(row, Objects.requireNonNull(it.decided()), it.ended());
    }
}
