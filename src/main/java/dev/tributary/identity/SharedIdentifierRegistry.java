package dev.tributary.identity;

import dev.tributary.due.Due;
import dev.tributary.identity.SharedRow.Key;
import dev.tributary.identity.SharedRow.Origin;
import dev.tributary.identity.SharedRows.Stored;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The identifiers that tell no single person, as stewards see and change them. A steward's word goes before what the file says and
 * what is found, and no run overwrites it. Thread-safe.
 */
@Component
public class SharedIdentifierRegistry {

    private static final String LIST = """
            SELECT s.type, s.value_text, s.kind, s.since, s.until, c.external_id, s.origin, s.actor, s.reason, s.decided_at,
                   s.ended_at
            FROM shared_identifier s LEFT JOIN crm_contact c ON c.id = s.contact_id
            ORDER BY s.type, s.value_text""";

    /**
     * What the registry says of one identifier. Times are UTC.
     *
     * @param since the first moment at which it is shared; null where it always was
     * @param until the first moment at which it is no more; null where no end is known
     * @param contact the CRM's id of the contact that stands for it; null where none does
     * @param origin FOUND, FILE or STEWARD
     * @param ended when a person or the data took it back; null while it counts
     */
    public record Entry(
            IdentifierType type,
            String value,
            SharedKind kind,
            @Nullable LocalDateTime since,
            @Nullable LocalDateTime until,
            @Nullable String contact,
            String origin,
            String actor,
            @Nullable String reason,
            LocalDateTime decided,
            @Nullable LocalDateTime ended) {}

    /**
     * What a steward says of an identifier.
     *
     * @param value canonical
     * @param since and {@code until}: as in {@link Entry}
     * @param contact the CRM's id; null where no contact stands for it
     */
    public record Claim(
            IdentifierType type,
            String value,
            SharedKind kind,
            @Nullable LocalDateTime since,
            @Nullable LocalDateTime until,
            @Nullable String contact,
            String actor,
            @Nullable String reason) {

        private static final int LONGEST = 255;

        public Claim {
            reason = cut(reason);
        }

        static @Nullable String cut(@Nullable String reason) {
            return reason == null || reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
        }
    }

    /**
     * A link that stands, and that no rule would make again.
     *
     * @param link the row's id in {@code link}
     * @param participant {@code channel:native id}, or {@code channel/account:native id}
     * @param contact the CRM's id of the contact
     */
    public record RestingLink(long link, String participant, String contact) {}

    /**
     * @param changed whether a row was written: false where a steward had said the same before
     * @param resting the links that rested on the identifier alone; they stand until somebody retracts them
     */
    public record Shared(boolean changed, List<RestingLink> resting) {}

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final RestingLinks restingLinks;
    private final SharedRows rows;
    private final ContactIds contacts;

    SharedIdentifierRegistry(JdbcTemplate jdbc, DataSource dataSource, Clock clock, Matching matching, Due due) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.restingLinks = new RestingLinks(dataSource, matching);
        this.rows = new SharedRows(jdbc, due);
        this.contacts = new ContactIds(jdbc);
    }

    /** All that is known, in the order of type and value; what was taken back is among it. */
    @Transactional(readOnly = true)
    public List<Entry> list() {
        return jdbc.query(
                LIST,
                (row, number) -> new Entry(
                        IdentifierType.valueOf(row.getString("type")),
                        row.getString("value_text"),
                        SharedKind.valueOf(row.getString("kind")),
                        row.getObject("since", LocalDateTime.class),
                        row.getObject("until", LocalDateTime.class),
                        row.getString("external_id"),
                        row.getString("origin"),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getObject("decided_at", LocalDateTime.class),
                        row.getObject("ended_at", LocalDateTime.class)));
    }

    /**
     * Says that an identifier is shared. Said twice, no row changes.
     *
     * @throws UnknownContact where the CRM has no such contact
     */
    @Transactional
    public Shared share(Claim claim) {
        Key key = new Key(claim.type(), claim.value());
        Long contact = claim.contact() == null ? null : contacts.find(claim.contact());
        if (claim.contact() != null && contact == null) {
            throw new UnknownContact(claim.contact());
        }
        SharedRow row = new SharedRow(
                key,
                claim.kind(),
                claim.since(),
                claim.until(),
                contact,
                Origin.STEWARD,
                claim.actor(),
                claim.reason());
        Stored known = rows.find(key);
        boolean changed = known == null || known.ended() != null || !known.row().saysTheSameAs(row);
        if (changed) {
            rows.write(row, LocalDateTime.now(clock), true);
        }
        return new Shared(changed, resting(restingLinks.on(List.of(key)).keySet()));
    }

    /**
     * Says that an identifier is not shared, whatever is found. Said twice, no row changes.
     *
     * @return whether a row was written
     */
    @Transactional
    public boolean unshare(IdentifierType type, String value, String actor, @Nullable String reason) {
        Key key = new Key(type, value);
        Stored known = rows.find(key);
        if (known != null && known.isStewards() && known.ended() != null) {
            return false;
        }
        SharedKind kind = known == null ? SharedKind.HOUSEHOLD : known.row().kind();
        rows.write(
                new SharedRow(key, kind, null, null, null, Origin.STEWARD, actor, reason),
                LocalDateTime.now(clock),
                false);
        return true;
    }

    private List<RestingLink> resting(Collection<Long> participants) {
        List<RestingLink> resting = new ArrayList<>();
        participants.forEach(participant -> jdbc.query(
                """
                SELECT l.id, p.channel, p.scope, p.native_id, c.external_id
                FROM link l JOIN participant p ON p.id = l.participant_id JOIN crm_contact c ON c.id = l.contact_id
                WHERE l.active_participant = ?""",
                row -> {
                    String scope = row.getString(3);
                    String of = row.getString(2) + (scope.isEmpty() ? "" : "/" + scope) + ":" + row.getString(4);
                    resting.add(new RestingLink(row.getLong(1), of, row.getString(5)));
                },
                participant));
        return resting;
    }
}
