package dev.tributary.identity;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.SharedIdentifiers;
import dev.tributary.due.Due;
import dev.tributary.interaction.NaturalKey;
import dev.tributary.match.MatchRules;
import dev.tributary.spelling.OtherSpellings;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What must be known of all before anybody can be decided upon: the registry, other spellings, full contacts. */
@Component
class Matching {

    /** To be raised where the same evidence is to be decided otherwise than before: then everybody is decided upon anew. */
    private static final int EDITION = 1;

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Definitions definitions;
    private final OtherSpellings spellings;
    private final Due due;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Matching(
            JdbcTemplate jdbc,
            DataSource dataSource,
            Definitions definitions,
            OtherSpellings spellings,
            Due due,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.definitions = definitions;
        this.spellings = spellings;
        this.due = due;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Brings the registry and the other spellings up to date; where nothing changed, no row is written. Whoever the registry names is
     * taken anew in between: a participant who is named was taken no more, and their values would not be touched.
     */
    void bringUpToDate(Due.Scope scope) {
        SharedGroups groups = new SharedGroups(jdbc, scope != Due.Scope.TAKEN);
        SharedFinder finder =
                new SharedFinder(jdbc, groups, definitions.shared(), definitions.sources(), PersonNames::contradict);
        transaction.executeWithoutResult(status ->
                new SharedRows(jdbc, due).bringUpToDate(finder.find(), groups.asked(), LocalDateTime.now(clock)));
        transaction.executeWithoutResult(status -> due.takeMore());
        transaction.executeWithoutResult(status -> spellings.bringUpToDate(scope));
    }

    /**
     * What everybody is decided by, beside what the tables hold of them: a hash of the program's way to decide, of the files, with the
     * contacts that the pairs in them name, and of our own accounts.
     */
    String basis() {
        NaturalKey basis = NaturalKey.of(
                "decided by",
                String.valueOf(EDITION),
                definitions.identity(),
                pairs(definitions.rules().links()).ofTheFile(),
                definitions.sources().stream()
                        .map(it -> it.own() + " " + new TreeMap<>(it.accounts()) + " " + it.defaultRegion())
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining("\n")));
        return HexFormat.of().formatHex(basis.bytes());
    }

    /** As it decides where no contact is full. */
    Matcher matcher() {
        return matcher(definitions.rules().links(), Set.of());
    }

    /** As it decides in a run upon everybody. */
    Matcher matcherOfRun() {
        return matcherOfRun(definitions.rules().links());
    }

    /** As it decides in a run upon those who are due, and upon nobody else. */
    Matcher matcherOfDue() {
        MatchRules rules = definitions.rules().links();
        return matcher(rules, fullness().fullInReach(matcher(rules, Set.of())));
    }

    /** As it would decide in a run upon everybody by other rules. */
    Matcher matcherOfRun(MatchRules rules) {
        return matcher(rules, fullness().full(matcher(rules, Set.of())));
    }

    private Fullness fullness() {
        return new Fullness(jdbc, dataSource, definitions.shared().links());
    }

    private Matcher matcher(MatchRules rules, Set<Long> full) {
        SharedIdentifiers shared = definitions.shared();
        return new Matcher(
                rules, new Guards(shared.blocked(), shared.contacts()), pairs(rules), full, Answered.of(jdbc));
    }

    private PairLists pairs(MatchRules rules) {
        return PairLists.of(rules.always(), rules.never(), new ContactIds(jdbc));
    }
}
