package dev.tributary.identity;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.tributary.due.Due;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.store.FetchSize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds values of participants that may be other spellings of what contacts carry: the same mailbox behind a tag, a Brazilian mobile
 * with and without its 9, a number without its country code. Most values are written in one way only, and only counted against
 * the keys of the few others; so two passes over the indexes do.
 */
final class LooseIdentifiers {

    /** What has more spellings than this is no name of one thing, but a national number of many countries. */
    private static final int MOST = 20;

    /** What was learned of a contact by a link is no evidence for another. */
    private static final String CARRIED = "crm_contact_point WHERE origin = 'CRM' AND";

    private static final String USED = "participant_identifier WHERE";

    /** Numbers with a country code that are written in one way only: not those of Mexico, Argentina and Brazil. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\+(?!5[245])[1-9][0-9]{5,14}");

    private static final int LONGEST_CALLING_CODE = 3;
    private static final Set<Integer> CALLING_CODES =
            PhoneNumberUtil.getInstance().getSupportedCallingCodes();

    /** The values that have one key in common, as contacts carry them and as participants use them. */
    private static final class Spellings {
        private final Set<String> onContacts = new TreeSet<>();
        private final Set<String> ofParticipants = new TreeSet<>();

        private void add(String where, String value) {
            (where.equals(CARRIED) ? onContacts : ofParticipants).add(value);
        }

        private boolean isOfOneThing() {
            return !onContacts.isEmpty()
                    && !ofParticipants.isEmpty()
                    && onContacts.size() + ofParticipants.size() <= MOST;
        }
    }

    private record Pair(IdentifierType type, String value, String other) {}

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final Due due;

    /** @param due takes the users of values that have a new spelling */
    LooseIdentifiers(JdbcTemplate jdbc, DataSource dataSource, Due due) {
        this.jdbc = jdbc;
        this.due = due;
        this.streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FetchSize.streaming(dataSource));
    }

    /** Adds the pairs that are not there yet; a value that is gone does no harm. */
    int bringUpToDate() {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (IdentifierType type : List.of(IdentifierType.EMAIL, IdentifierType.PHONE)) {
            spellings(type).forEach(it -> pair(type, it, pairs));
        }
        jdbc.query("SELECT type, value_text, other FROM loose_identifier", row -> {
            pairs.remove(new Pair(IdentifierType.valueOf(row.getString(1)), row.getString(2), row.getString(3)));
        });
        List<Object[]> rows = new ArrayList<>();
        pairs.forEach(it -> rows.add(new Object[] {it.type().name(), it.value(), it.other()}));
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("INSERT INTO loose_identifier (type, value_text, other) VALUES (?, ?, ?)", rows);
            due.usersOf(pairs.stream()
                    .map(it -> new Due.Value(it.type().name(), it.value()))
                    .collect(Collectors.toSet()));
        }
        return rows.size();
    }

    private Collection<Spellings> spellings(IdentifierType type) {
        Map<String, Spellings> byKey = new HashMap<>();
        eachValue(type, (where, value) -> {
            if (!isPlain(type, value)) {
                identifier(type, value).looseKeys().stream()
                        .filter(key -> tells(value, key))
                        .forEach(key -> byKey.computeIfAbsent(key, any -> new Spellings()));
            }
        });
        if (!byKey.isEmpty()) {
            eachValue(type, (where, value) -> {
                for (String key : keys(type, value)) {
                    Spellings known = byKey.get(key);
                    if (known != null) {
                        known.add(where, value);
                    }
                }
            });
        }
        return byKey.values();
    }

    /** Whether others are to be looked for under this key; a national number tells something only of one that has no more. */
    private static boolean tells(String value, String key) {
        boolean hasCountry = value.startsWith("+");
        return !key.equals(value) && (!hasCountry || key.startsWith("+"));
    }

    private static Collection<String> keys(IdentifierType type, String value) {
        return isPlain(type, value)
                ? List.of(value, national(value))
                : identifier(type, value).looseKeys();
    }

    private void eachValue(IdentifierType type, BiConsumer<String, String> consumer) {
        for (String where : List.of(CARRIED, USED)) {
            streaming.query(
                    "SELECT DISTINCT value_text FROM " + where + " type = ?",
                    row -> {
                        consumer.accept(where, row.getString(1));
                    },
                    type.name());
        }
    }

    private static void pair(IdentifierType type, Spellings spellings, Set<Pair> pairs) {
        if (!spellings.isOfOneThing()) {
            return;
        }
        for (String value : spellings.ofParticipants) {
            for (String other : spellings.onContacts) {
                if (!value.equals(other) && identifier(type, value).mayBe(identifier(type, other))) {
                    pairs.add(new Pair(type, value, other));
                    pairs.add(new Pair(type, value, value));
                }
            }
        }
    }

    private static Identifier identifier(IdentifierType type, String value) {
        return new Identifier(type, value, value, type == IdentifierType.PHONE || value.indexOf('@') > 0);
    }

    /** Whether it is certain, without reading it, that it is written in one way only. */
    private static boolean isPlain(IdentifierType type, String value) {
        return type == IdentifierType.PHONE && PLAIN_NUMBER.matcher(value).matches();
    }

    /** A plain number without its country code and the zeros after it. */
    private static String national(String plain) {
        int code = 0;
        for (int at = 1; at <= LONGEST_CALLING_CODE; at++) {
            code = code * 10 + (plain.charAt(at) - '0');
            if (CALLING_CODES.contains(code)) {
                int begin = at + 1;
                while (begin < plain.length() - 1 && plain.charAt(begin) == '0') {
                    begin++;
                }
                return plain.substring(begin);
            }
        }
        return plain;
    }
}
