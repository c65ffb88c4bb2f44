package dev.tributary;

import dev.tributary.decode.DecodeOptions;
import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import dev.tributary.decode.Payload;
import dev.tributary.decode.Payloads;
import dev.tributary.definition.Definitions;
import dev.tributary.definition.Example;
import dev.tributary.definition.FileExtract;
import dev.tributary.definition.FileOptions;
import dev.tributary.interaction.Identifier;
import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what looks like an e-mail address or an international telephone number in any text of a payload, whatever it means. */
final class PlainSearch {

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w+])\\+[1-9][0-9 ().-]{8,20}[0-9]");
    private static final Map<String, Example> EXAMPLES =
            Definitions.load(Path.of(".")).examples(Path.of("."));

    /**
     * @param file the path below the samples
     * @param field the names of the fields above it, joined by dots
     */
    record Find(String file, String field, String identifier) {}

    private PlainSearch() {}

    static List<Find> in(Path samples, String glob, String mapping) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        List<Find> finds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(samples)) {
            files.filter(it -> matcher.matches(samples.relativize(it)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(it -> search(samples.relativize(it).toString(), it, mapping, finds));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return finds.stream().distinct().toList();
    }

    private static void search(String name, Path file, String mapping, List<Find> finds) {
        FileOptions options = EXAMPLES.get(mapping).source().extract() instanceof FileExtract files
                ? files.options()
                : FileOptions.NONE;
        Optional<Format> format = Optional.ofNullable(options.format())
                .or(() -> Format.ofFileName(file.getFileName().toString()));
        if (format.isEmpty()) {
            return;
        }
        DecodeOptions how = DecodeOptions.DEFAULT
                .named(file.getFileName().toString())
                .withColumns(options.columns())
                .withHeader(options.header())
                .withLines(options.lines());
        try (Payloads payloads = new Decoder(new Home(Path.of("target"))).open(file, format.get(), how)) {
            payloads.forEachRemaining(payload -> {
                if (payload instanceof Payload.Readable readable) {
                    search(name, "", readable.content(), finds);
                }
            });
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void search(String file, String field, Object content, List<Find> finds) {
        if (content instanceof Map<?, ?> map) {
            map.forEach((name, value) ->
                    search(file, field.isEmpty() ? name.toString() : field + "." + name, value, finds));
        } else if (content instanceof List<?> list) {
            list.forEach(value -> search(file, field, value, finds));
        } else if (content instanceof String text) {
            for (Matcher email = EMAIL.matcher(text); email.find(); ) {
                finds.add(new Find(file, field, Identifier.email(email.group()).value()));
            }
            for (Matcher phone = PHONE.matcher(text); phone.find(); ) {
                Identifier number = Identifier.phone(phone.group(), null);
                if (number.usable()) {
                    finds.add(new Find(file, field, number.value()));
                }
            }
        }
    }
}
