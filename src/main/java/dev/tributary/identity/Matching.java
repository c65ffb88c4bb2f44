package dev.tributary.identity;

import dev.tributary.definition.Definitions;
import dev.tributary.definition.SharedIdentifiers;
import dev.tributary.match.MatchRules;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What must be known of all before anybody can be decided upon: the registry, other spellings, full contacts. */
@Component
class Matching {

    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Definitions definitions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Matching(
            JdbcTemplate jdbc,
            DataSource dataSource,
            Definitions definitions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.definitions = definitions;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Brings the registry and the other spellings up to date; where nothing changed, no row is written. */
    void bringUpToDate() {
        SharedFinder finder =
                new SharedFinder(jdbc, definitions.shared(), definitions.sources(), PersonNames::contradict);
        transaction.executeWithoutResult(
                status -> new SharedRows(jdbc).bringUpToDate(finder.find(), LocalDateTime.now(clock)));
        transaction.executeWithoutResult(status -> new LooseIdentifiers(jdbc, dataSource).bringUpToDate());
    }

    /** As it decides where no contact is full. */
    Matcher matcher() {
        return matcher(definitions.rules().links(), Set.of());
    }

    /** As it decides in a run. */
    Matcher matcherOfRun() {
        return matcherOfRun(definitions.rules().links());
    }

    /** As it would decide in a run by other rules. */
    Matcher matcherOfRun(MatchRules rules) {
        Fullness fullness = new Fullness(jdbc, dataSource, definitions.shared().links());
        return matcher(rules, fullness.full(matcher(rules, Set.of())));
    }

    private Matcher matcher(MatchRules rules, Set<Long> full) {
        SharedIdentifiers shared = definitions.shared();
        return new Matcher(
                rules,
                new Guards(shared.blocked(), shared.contacts()),
                PairLists.of(rules.always(), rules.never(), new ContactIds(jdbc)),
                full,
                Answered.of(jdbc));
    }
}
