package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.access.Role;
import dev.tributary.access.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint, asked by everybody: the table {@code doors.txt} says by hand what each must hear. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayWhatTest {

    /** What stands in braces in a path, by its first part: a query of the samples. */
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("runs/{id}", "SELECT MIN(id) FROM sync_run"),
            Map.entry("review/{id}", "SELECT MIN(id) FROM review_case"),
            Map.entry("review/{place}", "SELECT 0 FROM sync_run"),
            Map.entry("cases/{id}", "SELECT MIN(id) FROM review_case"),
            Map.entry("sources/{name}", "SELECT 'x-mentions' FROM sync_run"),
            Map.entry("runs/{file}", "SELECT 'audit.json' FROM sync_run"),
            Map.entry("contacts/{id}", "SELECT 'C001' FROM run_lock"),
            Map.entry("contacts/{episode}", "SELECT MIN(episode) FROM crm_timeline WHERE contact = 'C001'"),
            Map.entry("contacts/{message}", "SELECT MIN(interaction) FROM crm_timeline WHERE contact = 'C001'"),
            Map.entry("contacts/{participant}", "SELECT MIN(participant_id) FROM link"),
            Map.entry("duplicates/{first}", "SELECT MIN(id) FROM crm_contact"),
            Map.entry("duplicates/{second}", "SELECT MAX(id) FROM crm_contact"));

    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    private Installation installation;
    private Serving serving;

    @BeforeAll
    void serve(@TempDir Path home) {
        installation = Installation.onH2(home);
        assertThat(installation.tributary("sync").exitCode()).isZero();
        serving = installation.serve();
        Users users = serving.bean(Users.class);
        for (Role role : Role.values()) {
            Users.Given given = users.add("the-" + role.name().toLowerCase(Locale.ROOT), Set.of(role), null);
            visitors.put(role, new Visitor(serving).signedIn(given.name(), given.password()));
        }
    }

    @AfterAll
    void stop() {
        if (serving != null) {
            serving.close();
        }
    }

    /** A line of the table. */
    record Row(String method, String path, String nobody, Map<Role, String> expected) {

        static Row of(String line) {
            String[] cells = line.split("\\s+");
            assertThat(cells).as(line).hasSize(8);
            Map<Role, String> expected = new EnumMap<>(Role.class);
            for (Role role : Role.values()) {
                expected.put(role, cells[3 + role.ordinal()]);
            }
            return new Row(cells[0], cells[1], cells[2], expected);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Row> table() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/doors.txt")).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(1)
                    .map(Row::of);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void everybodyHearsWhatTheTableSays(Row row) {
        String path = withIds(row.path());
        List<String> heard = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        note(
                heard,
                expected,
                "nobody",
                new Visitor(serving).ask(row.method(), path).statusCode(),
                row.nobody());
        visitors.forEach((role, visitor) -> note(
                heard,
                expected,
                role.name(),
                visitor.ask(row.method(), path).statusCode(),
                row.expected().get(role)));
        assertThat(heard).as(row.toString()).isEqualTo(expected);
    }

    @Test
    void theTableNamesEveryEndpoint() {
        Set<String> named = new TreeSet<>();
        table().forEach(row -> named.add(row.toString()));
        Set<String> there = new TreeSet<>();
        serving.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(it -> there.addAll(requests(it)));

        assertThat(there).isNotEmpty().isSubsetOf(named);
    }

    private static List<String> requests(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods().isEmpty()
                ? Set.of(RequestMethod.GET)
                : mapping.getMethodsCondition().getMethods();
        return methods.stream()
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path))
                .toList();
    }

    /** What was heard, and the same where the table allows it. */
    private static void note(List<String> heard, List<String> expected, String who, int status, String allowed) {
        heard.add(who + " " + status);
        boolean right = List.of(allowed.split("/")).contains(String.valueOf(status));
        expected.add(who + " " + (right ? status : allowed));
    }

    private String withIds(String path) {
        String section = path.replaceFirst("^/(api/|embed/)?", "").replaceFirst("/.*", "");
        return Pattern.compile("\\{[a-z]+}").matcher(path).replaceAll(id -> {
            String query = IDS.get(section + "/" + id.group());
            return query == null ? "nobody" : installation.rows(query).get(0);
        });
    }
}
