package dev.tributary.identity;

import dev.tributary.identity.Compared.Verdict;
import dev.tributary.match.Agreements;
import dev.tributary.match.MatchRule;
import java.util.List;

/**
 * What is to be said of a participant and one contact.
 *
 * @param never whether the file or a person says that the participant is not this contact
 * @param found how far each field agrees, whatever an identifier is worth
 * @param verdict what the rules come to
 * @param rules each rule of the file, in its order
 */
record Explanation(long contact, boolean never, Agreements found, Verdict verdict, List<RuleResult> rules) {

    /**
     * @param own how the rule fares where only identifiers count that are proved and on this contact alone
     * @param supported how it fares with shared and declared ones; the same as {@code own} where the rule asks for an identifier
     *     alone
     */
    record RuleResult(MatchRule rule, MatchRule.Result own, MatchRule.Result supported) {}

    Explanation {
        rules = List.copyOf(rules);
    }
}
