package dev.tributary.extract;

import dev.tributary.run.FailureCode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Looks up what definitions only name. */
@Component
public class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}:]+)(?::([^${}]*))?}");

    private final Environment environment;

    public Placeholders(Environment environment) {
        this.environment = environment;
    }

    /** Every <code>${NAME}</code> and <code>${NAME:otherwise}</code> of a text, as it is written. */
    public static List<String> in(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList();
    }

    /**
     * The text with the value of each <code>${NAME}</code>, or of <code>${NAME:otherwise}</code>.
     *
     * @throws SourceFailed where there is no value, or one that no header or URL can hold; it says the name, never the value
     */
    public String fill(String text) {
        return fill(text, Bound.NOTHING);
    }

    /** As {@link #fill(String)}, but what the run itself gives comes first. */
    String fill(String text, Bound bound) {
        return PLACEHOLDER.matcher(text).replaceAll(placeholder -> {
            String given = bound.values().get(placeholder.group(1));
            return Matcher.quoteReplacement(given == null ? value(placeholder) : given);
        });
    }

    private String value(MatchResult placeholder) {
        String name = placeholder.group(1);
        String value = environment.getProperty(name, placeholder.group(2) == null ? "" : placeholder.group(2));
        if (value.isBlank()) {
            throw new SourceFailed(
                    FailureCode.SECRET_MISSING, name + " is not set; put it into the environment or the config tree.");
        }
        if (value.strip().chars().anyMatch(Character::isISOControl)) {
            throw new SourceFailed(FailureCode.SECRET_MISSING, name + " holds a line break; set it in one line.");
        }
        return value.strip();
    }
}
