package dev.tributary.stage;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.tributary.interaction.CanonicalRecord;
import dev.tributary.interaction.FieldMissing;
import dev.tributary.run.FailureCode;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.MappedRecord.Unmapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** A compiled JSONata expression that turns a payload into canonical records. Not thread-safe: one for each thread. */
final class Mapping {

    private static final Pattern ERROR_CODE = Pattern.compile("[A-Z]\\d{4}");

    private final Jsonata expression;
    private final MappingContext context;
    private final MappingFunctions functions;
    private final JsonMapper canonical;

    private Mapping(Jsonata expression, MappingContext context) {
        this.expression = expression;
        this.context = context;
        this.functions = new MappingFunctions(context.zone());
        this.canonical = CanonicalJson.mapper(context.zone());
    }

    /** @throws JException where the expression is no JSONata */
    static Mapping compile(String expression, MappingContext context) {
        return new Mapping(Jsonata.jsonata(expression), context);
    }

    /**
     * The records of the payload, in its order: at least one, for a payload that the mapping has nothing to say about counts
     * as filtered. Throws nothing on account of the payload.
     *
     * @param file the name of the file that the payload comes from
     */
    List<MappedRecord> map(Object payload, String file) {
        return map(payload, Origin.of(file));
    }

    /** As {@link #map(Object, String)}, of a payload whose origin is known better. */
    List<MappedRecord> map(Object payload, Origin origin) {
        List<MappedRecord> records = new ArrayList<>();
        try {
            collect(expression.evaluate(payload, frame(origin)), records);
        } catch (RuntimeException | StackOverflowError failure) {
            return List.of(notMapped(failure));
        }
        if (records.isEmpty()) {
            records.add(new Mapped(new CanonicalRecord.Filtered("nothing to map")));
        }
        return records;
    }

    private Jsonata.Frame frame(Origin origin) {
        Jsonata.Frame frame = expression.createFrame();
        TimeLimit limit = new TimeLimit(context.timeLimit());
        limit.bindTo(frame);
        frame.bind("source", context.source());
        frame.bind("channel", context.channel());
        frame.bind("account", context.account());
        frame.bind("options", context.options());
        frame.bind("file", origin.entry() == null ? origin.file() : origin.entry());
        frame.bind("archive", origin.entry() == null ? null : origin.file());
        frame.bind(
                "landedAt", origin.landedAt() == null ? null : origin.landedAt().toString());
        functions.bindTo(frame, limit);
        return frame;
    }

    private void collect(@Nullable Object result, List<MappedRecord> records) {
        if (result instanceof List<?> list) {
            list.forEach(item -> collectItem(item, records));
        } else if (result != null) {
            collectItem(result, records);
        }
    }

    private void collectItem(@Nullable Object item, List<MappedRecord> records) {
        if (item instanceof List<?> several && several.isEmpty()) {
            records.add(new Mapped(new CanonicalRecord.Filtered("nothing to map")));
        } else if (item instanceof List<?> several) {
            several.forEach(one -> collectItem(one, records));
        } else if (item instanceof MappingFunctions.Failed failed) {
            records.add(notMapped(failed.cause()));
        } else {
            records.add(canonical(item));
        }
    }

    private MappedRecord canonical(@Nullable Object item) {
        if (!(item instanceof Map<?, ?>)) {
            return new Unmapped(FailureCode.INVALID_RECORD, "the mapping returned no object");
        }
        try {
            return new Mapped(canonical.convertValue(item, CanonicalRecord.class));
        } catch (JacksonException invalid) {
            return new Unmapped(FailureCode.INVALID_RECORD, reason(invalid));
        }
    }

    /** Names the field and what was expected of it, never its content. */
    private static String reason(JacksonException invalid) {
        for (Throwable cause = invalid; cause != null; cause = cause.getCause()) {
            if (cause instanceof FieldMissing missing) {
                return missing.getMessage();
            }
        }
        String path = invalid instanceof DatabindException databind
                ? databind.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                        .collect(Collectors.joining("."))
                : "";
        return path.isEmpty()
                ? "the record has no known 'kind', or a field of the wrong type"
                : "the field '" + path + "' is unknown, or its value is not of the kind it should be";
    }

    /** JSONata's messages quote values of the payload, so only its error code and the place in the mapping are kept. */
    private static Unmapped notMapped(Throwable failure) {
        if (failure instanceof Refused refused) {
            return new Unmapped(FailureCode.NOT_MAPPED, refused.getMessage());
        }
        if (failure instanceof TimeLimit.Passed passed) {
            return new Unmapped(FailureCode.MAPPING_TOO_SLOW, passed.getMessage());
        }
        if (!(failure instanceof JException jsonata)) {
            return new Unmapped(FailureCode.NOT_MAPPED, failure.getClass().getSimpleName());
        }
        String error = String.valueOf(jsonata.getError());
        String code = ERROR_CODE.matcher(error).matches() ? " " + error : "";
        return new Unmapped(
                FailureCode.NOT_MAPPED,
                "JSONata error" + code + " at position " + jsonata.getLocation() + " of the mapping");
    }
}
