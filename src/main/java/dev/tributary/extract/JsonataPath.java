package dev.tributary.extract;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.tributary.run.FailureCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression of a definition, asked of a page. Not thread-safe. */
final class JsonataPath {

    private static final long MILLIS = 5_000;
    private static final int DEPTH = 500;

    private final String key;
    private final Jsonata expression;

    /** @param key where the definition holds the expression, for messages */
    JsonataPath(String key, String expression) {
        this.key = key;
        this.expression = Jsonata.jsonata(expression);
    }

    /** What the page says, as one text; empty where it says nothing. */
    Optional<String> text(Object page) {
        List<String> texts = texts(page);
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(0));
    }

    /** All that the page says, without what is null, false or blank. */
    List<String> texts(Object page) {
        return items(page).stream()
                .filter(Objects::nonNull)
                .filter(item -> !Boolean.FALSE.equals(item))
                .map(JsonataPath::plain)
                .filter(text -> !text.isBlank())
                .toList();
    }

    int count(Object page) {
        return items(page).size();
    }

    private List<?> items(Object page) {
        Object result = evaluate(page);
        if (result == null) {
            return List.of();
        }
        return result instanceof List<?> several ? several : List.of(result);
    }

    private @Nullable Object evaluate(Object page) {
        try {
            Jsonata.Frame frame = expression.createFrame();
            frame.setRuntimeBounds(MILLIS, DEPTH);
            return expression.evaluate(page, frame);
        } catch (JException failure) {
            throw failed("JSONata error " + failure.getError());
        } catch (ClassCastException | IllegalArgumentException | StackOverflowError failure) {
            throw failed(failure.getClass().getSimpleName());
        }
    }

    private SourceFailed failed(String what) {
        return new SourceFailed(
                FailureCode.UNEXPECTED_ANSWER,
                key + " fails on the source's page (" + what + "); compare it with what the source answers today.");
    }

    private static String plain(Object item) {
        return item instanceof Double || item instanceof Float
                ? new BigDecimal(item.toString()).toPlainString()
                : item.toString();
    }
}
