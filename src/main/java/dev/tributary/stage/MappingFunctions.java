package dev.tributary.stage;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Fn1;
import com.dashjoin.jsonata.Jsonata.Fn2;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What a mapping can call beside JSONata's own functions. None of them throws: a value that they cannot read stays as it is. */
final class MappingFunctions {

    /** The marker that {@link #records} leaves for an item on which the mapping failed. */
    record Failed(Throwable cause) {}

    private static final int SNOWFLAKE_SEQUENCE_BITS = 22;

    /** Milliseconds: the last of X's counters would count as seven seconds after its epoch. */
    private static final long SHORTEST_SNOWFLAKE = 60_000;

    private static final String ONE = "<x:x>";
    private static final String TWO = "<xx:x>";

    private final ZoneId zone;

    /** Made once: the library parses the signature of each. */
    private final Map<String, JFunction> functions;

    MappingFunctions(ZoneId zone) {
        this.zone = zone;
        this.functions = Map.ofEntries(
                Map.entry("epoch", function(this::epoch)),
                Map.entry("epochMillis", function(this::epochMillis)),
                Map.entry("snowflake", function(MappingFunctions::snowflake)),
                Map.entry("time", function(this::time)),
                Map.entry("unescape", function(MappingFunctions::unescape)),
                Map.entry("repair", function(Mojibake::repaired)),
                Map.entry("plain", function(MappingFunctions::plain)),
                Map.entry("json", function(JsonText::read)),
                Map.entry("permalink", function(MappingFunctions::permalink)),
                Map.entry("refuse", function(Refused::instead)),
                Map.entry("rename", function(MappingFunctions::rename)),
                // the library's own that mappings call most
                Map.entry("exists", function(Functions::exists)),
                Map.entry(
                        "not",
                        new Unchecked((input, given) -> Functions.not(given.isEmpty() ? input : given.get(0)), ONE)));
    }

    /**
     * A function whose arguments are not checked against its signature, which would take longer than most functions do. It has one,
     * for {@code $map} and its like ask it how many arguments they are to give.
     */
    private static final class Unchecked extends JFunction {

        Unchecked(Jsonata.JFunctionCallable function, String signature) {
            super(function, signature);
        }

        @Override
        public Object validate(Object arguments, Object context) {
            return arguments;
        }
    }

    void bindTo(Jsonata.Frame frame, TimeLimit limit) {
        functions.forEach(frame::bind);
        frame.bind("records", new JFunction((input, arguments) -> records(arguments, limit), null));
    }

    /** {@code $records(items, function($item){…})}: maps each item by itself, so that one that fails leaves the others alone. */
    private static List<Object> records(List<?> arguments, TimeLimit limit) {
        Object items = arguments.get(0);
        Object function = arguments.get(1);
        List<Object> mapped = new ArrayList<>();
        if (items == null) {
            return mapped;
        }
        List<?> all = items instanceof List<?> list ? list : List.of(items);
        limit.extend(all.size());
        for (Object item : all) {
            mapped.add(mapOne(function, item));
        }
        return mapped;
    }

    private static Object mapOne(Object function, Object item) {
        try {
            Object mapped = Functions.funcApply(function, List.of(item));
            return mapped == null ? List.of() : mapped;
        } catch (Throwable failure) {
            if (failure instanceof VirtualMachineError error && !(error instanceof StackOverflowError)) {
                throw error;
            }
            return new Failed(failure);
        }
    }

    /** {@code $epoch(seconds)}: number or text, as ISO 8601 in UTC. */
    private @Nullable Object epoch(@Nullable Object seconds) {
        return epoch(seconds, 1_000);
    }

    /** {@code $epochMillis(milliseconds)}: number or text, as ISO 8601 in UTC. */
    private @Nullable Object epochMillis(@Nullable Object milliseconds) {
        return epoch(milliseconds, 1);
    }

    private static @Nullable Object epoch(@Nullable Object value, int millisPerUnit) {
        if (value == null) {
            return null;
        }
        try {
            long units = value instanceof Number number
                    ? number.longValue()
                    : Long.parseLong(value.toString().strip());
            return Instant.ofEpochMilli(Math.multiplyExact(units, millisPerUnit))
                    .toString();
        } catch (NumberFormatException | ArithmeticException | DateTimeException notATime) {
            return value;
        }
    }

    /**
     * {@code $snowflake(id, epochMillis)}: the time that the ids of X and Discord carry in their upper bits, as ISO 8601 in UTC.
     * Nothing for an id from before the platform made them that way: those were counters.
     */
    private static @Nullable Object snowflake(@Nullable Object id, Object epochMillis) {
        if (id == null) {
            return null;
        }
        try {
            long sinceEpoch = Long.parseLong(id.toString()) >> SNOWFLAKE_SEQUENCE_BITS;
            long epoch = ((Number) epochMillis).longValue();
            return sinceEpoch < SHORTEST_SNOWFLAKE
                    ? null
                    : Instant.ofEpochMilli(epoch + sinceEpoch).toString();
        } catch (NumberFormatException noSnowflake) {
            return null;
        }
    }

    /** {@code $time(text, pattern)}: a time in a pattern of {@code DateTimeFormatter} with English names, as ISO 8601. */
    private @Nullable Object time(@Nullable Object text, Object pattern) {
        if (text == null) {
            return null;
        }
        try {
            return Timestamps.parse(text.toString(), pattern.toString(), zone).toString();
        } catch (DateTimeException notATime) {
            return text;
        }
    }

    /** {@code $unescape(text)}: HTML character references decoded, once. */
    private static @Nullable Object unescape(@Nullable Object text) {
        return text == null ? null : HtmlUtils.htmlUnescape(text.toString());
    }

    /** {@code $plain(html)}: what a reader of the page sees. */
    private static @Nullable Object plain(@Nullable Object html) {
        return html == null ? null : PlainText.of(html.toString());
    }

    /**
     * {@code $permalink(url)}: {@code {"network": …, "id": …}} where the address of a post, on X, Facebook, YouTube or LinkedIn,
     * holds the id that the network's own interface gives it; nothing otherwise.
     */
    private static @Nullable Object permalink(@Nullable Object url) {
        return url == null
                ? null
                : Permalink.of(url.toString())
                        .map(it -> Map.of("network", it.network(), "id", it.id()))
                        .orElse(null);
    }

    /** {@code $rename(row, {"id": ["Ticket ID", "ticket_id"], …})}: each new name with the first of its old ones that the row has. */
    private static @Nullable Object rename(@Nullable Object row, Object names) {
        if (!(row instanceof Map<?, ?> cells) || !(names instanceof Map<?, ?> columns)) {
            return row;
        }
        Map<Object, Object> renamed = new LinkedHashMap<>();
        columns.forEach((name, old) -> (old instanceof List<?> several ? several.stream() : Stream.of(old))
                .map(cells::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(cell -> renamed.put(name, cell)));
        return renamed;
    }

    private static JFunction function(Fn1<Object, @Nullable Object> function) {
        return new Unchecked((input, arguments) -> function.apply(arguments.get(0)), ONE);
    }

    private static JFunction function(Fn2<Object, Object, @Nullable Object> function) {
        return new Unchecked((input, arguments) -> function.apply(arguments.get(0), arguments.get(1)), TWO);
    }
}
