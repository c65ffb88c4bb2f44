package dev.tributary.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code extract.errors} and {@code extract.mayBeEmpty}. */
final class AnswerRulesReader {

    private AnswerRulesReader() {}

    static AnswerRules read(Section extract) {
        boolean mayBeEmpty = extract.flag("mayBeEmpty", false);
        Optional<Section> errors = extract.section("errors");
        AnswerRules rules = new AnswerRules(
                expression(errors, "unauthorized"),
                expression(errors, "rateLimited"),
                expression(errors, "other"),
                mayBeEmpty);
        errors.ifPresent(Section::refuseOthers);
        return rules;
    }

    private static @Nullable String expression(Optional<Section> errors, String key) {
        return errors.filter(group -> group.has(key))
                .map(group -> Expression.of(group, key, "\"ok = false ? error\""))
                .orElse(null);
    }
}
