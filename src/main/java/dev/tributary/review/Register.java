package dev.tributary.review;

import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whom and what a person means. Thread-safe; no message quotes what was asked for. */
@Component
public class Register {

    private static final String PARTICIPANT =
            "SELECT p.id, p.channel, p.handle, p.name, p.native_id, p.side FROM participant p WHERE ";

    private static final String KNOWN_BY = PARTICIPANT + "p.id IN (SELECT i.participant_id FROM"
            + " participant_identifier i WHERE i.type = :type AND i.value_text = :value)";

    private static final String CONTACT = """
            SELECT c.id, c.external_id, root.id, root.external_id FROM crm_contact c
            JOIN crm_contact root ON root.id = COALESCE(c.survivor_id, c.id)
            WHERE c.""";

    private static final String MESSAGE = "SELECT id FROM interaction WHERE ";

    private final JdbcClient jdbc;

    Register(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param text a number of {@code participant.id}, {@code channel:handle}, {@code channel:id}, an e-mail address, or a
     *     telephone number with its country code
     * @throws Unusable where there is none, or the text is none of these
     * @throws SeveralParticipants where there are several
     */
    public Participant participant(String text) {
        List<Participant> found = participants(text.strip());
        if (found.isEmpty()) {
            throw new Unusable("There is no such participant; give a number, channel:handle such as x:@ann, an e-mail"
                    + " address, or a telephone number that begins with +");
        }
        if (found.size() > 1) {
            throw new SeveralParticipants(found);
        }
        return found.get(0);
    }

    private List<Participant> participants(String text) {
        if (text.matches("\\d{1,18}")) {
            return participants(PARTICIPANT + "p.id = :id", Map.of("id", Long.valueOf(text)));
        }
        if (text.startsWith("+")) {
            return knownBy(Identifier.phone(text, null));
        }
        int colon = text.indexOf(':');
        if (colon > 0) {
            return named(text, text.substring(0, colon), text.substring(colon + 1));
        }
        return text.contains("@") ? knownBy(Identifier.email(text)) : List.of();
    }

    private List<Participant> knownBy(Identifier identifier) {
        return participants(KNOWN_BY, Map.of("type", identifier.type().name(), "value", identifier.value()));
    }

    /** By the handle or the id on a channel, or by an id in its scope, {@code line/@acme:U12}. */
    private List<Participant> named(String text, String channel, String name) {
        String id = text.startsWith("id:") ? name : text;
        return participants(
                PARTICIPANT + """
                        (p.channel = :channel AND p.native_id = :name) OR p.id IN
                          (SELECT i.participant_id FROM participant_identifier i
                           WHERE (i.type = :handleType AND i.value_text = :handle) OR (i.type = :idType AND i.value_text = :id))""",
                Map.of(
                        "channel",
                        channel,
                        "name",
                        name,
                        "handleType",
                        IdentifierType.HANDLE.name(),
                        "handle",
                        Identifier.handle(channel, name).value(),
                        "idType",
                        IdentifierType.ID.name(),
                        "id",
                        id));
    }

    private List<Participant> participants(String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql + " ORDER BY p.id")
                .params(parameters)
                .query((row, number) -> new Participant(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6) == 2))
                .list();
    }

    /**
     * @param id the CRM's, also of a contact that was merged into another, or an alias
     * @throws Unusable where there is none
     */
    public Contact contact(String id) {
        return contact(CONTACT + "external_id = :id", id)
                .or(() -> contact(
                        CONTACT + "id = (SELECT a.contact_id FROM crm_contact_alias a WHERE a.alias = :id)", id))
                .orElseThrow(() -> new Unusable("There is no contact with the id '" + id
                        + "'; use the CRM's id, as the column 'contact' of crm_timeline shows it"));
    }

    private Optional<Contact> contact(String sql, String id) {
        return jdbc.sql(sql)
                .param("id", id.strip())
                .query((row, number) -> new Contact(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)))
                .optional();
    }

    /**
     * @param number Tributary's own
     * @throws Unusable where there is none
     */
    public Contact contact(long number) {
        return contact(CONTACT + "id = :id", String.valueOf(number))
                .orElseThrow(() -> new Unusable("There is no contact with the number " + number));
    }

    /** The contact that this one stands under now. */
    long survivor(long contact) {
        return jdbc.sql("SELECT COALESCE(survivor_id, id) FROM crm_contact WHERE id = :contact")
                .param("contact", contact)
                .query(Long.class)
                .single();
    }

    /**
     * The number of a message.
     *
     * @param text its number, as the column {@code interaction} of {@code crm_timeline} shows it, or {@code channel:id}
     * @throws Unusable where there is none, or several
     */
    public long interaction(String text) {
        List<Long> found = interactions(text.strip());
        if (found.size() != 1) {
            throw new Unusable((found.isEmpty() ? "There is no such message" : "There are several such messages")
                    + "; give its number, as the column 'interaction' of crm_timeline shows it, or channel:id");
        }
        return found.get(0);
    }

    private List<Long> interactions(String text) {
        if (text.matches("\\d{1,18}")) {
            return jdbc.sql(MESSAGE + "id = :id")
                    .param("id", Long.valueOf(text))
                    .query(Long.class)
                    .list();
        }
        int colon = text.indexOf(':');
        return colon < 1
                ? List.of()
                : jdbc.sql(MESSAGE + "channel = :channel AND native_id = :id ORDER BY id")
                        .param("channel", text.substring(0, colon))
                        .param("id", text.substring(colon + 1))
                        .query(Long.class)
                        .list();
    }
}
