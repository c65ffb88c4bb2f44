package dev.tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.generate.Entry.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made up is the same each time, and as people are. */
class MadeUpCompanyTest {

    private static final Plan SMALL = new Plan(3_000, 600, 300, 1);
    private static final Plan TOWN = new Plan(100_000, 20_000, 10_000, 1);

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytes() {
        MadeUpCompany.write(SMALL, folder.resolve("one"));
        MadeUpCompany.write(SMALL, folder.resolve("other"));

        assertThat(hashes("other")).hasSizeGreaterThan(20).isEqualTo(hashes("one"));
    }

    @Test
    void anotherSeedGivesOtherPeopleAndMessages() {
        MadeUpCompany.write(SMALL, folder.resolve("one"));
        MadeUpCompany.write(new Plan(3_000, 600, 300, 2), folder.resolve("other"));

        assertThat(hashes("other").get("contacts.csv"))
                .isNotEqualTo(hashes("one").get("contacts.csv"));
        assertThat(hashes("other").get("drop/mailbox/0-00001.mbox"))
                .isNotEqualTo(hashes("one").get("drop/mailbox/0-00001.mbox"));
    }

    @Test
    void whatIsAddedLaterIsTheSameEachTimeAndLeavesWhatIsThere() {
        MadeUpCompany.write(SMALL, folder.resolve("one"));
        Map<String, String> before = drops("one");
        MadeUpCompany.write(SMALL, folder.resolve("other"));

        Made made = MadeUpCompany.more(200, folder.resolve("one"));
        MadeUpCompany.more(50, folder.resolve("one"));
        MadeUpCompany.more(200, folder.resolve("other"));
        MadeUpCompany.more(50, folder.resolve("other"));

        assertThat(made.interactions()).isEqualTo(200);
        assertThat(hashes("other")).isEqualTo(hashes("one"));
        assertThat(drops("one")).containsAllEntriesOf(before).hasSizeGreaterThan(before.size() + 10);
    }

    @Test
    void whatIsAddedLaterIsWhatALongerTaleWouldHaveTold() {
        List<Message> whole = told(SMALL, 3_200);
        Conversations inParts = new Conversations(SMALL);
        List<Message> parts = new ArrayList<>();
        inParts.tell(3_000, parts::add);
        inParts.tell(200, parts::add);

        assertThat(parts)
                .extracting(Message::id)
                .isEqualTo(whole.stream().map(Message::id).toList());
        assertThat(parts.subList(0, 2_990)).isEqualTo(whole.subList(0, 2_990));
    }

    @Test
    void everybodyWritesAndAFewWriteALot() {
        int[] messages = new int[TOWN.people()];
        new Conversations(TOWN)
                .tell(TOWN.interactions(), it -> messages[it.person().number()]++);
        Arrays.sort(messages);

        int ofTheTopPercent =
                IntStream.of(messages).skip(TOWN.people() * 99L / 100).sum();
        assertThat(messages[0]).isPositive();
        assertThat(messages[TOWN.people() / 2]).isLessThanOrEqualTo(3);
        assertThat(messages[TOWN.people() - 1]).isBetween(200, 2_000);
        assertThat(ofTheTopPercent).isBetween(TOWN.interactions() / 10, TOWN.interactions() / 3);
    }

    @Test
    void everyWayOfWritingIsTakenAndNobodyButThePersonHasTheirAddressNumberAndHandle() {
        Map<Way, Integer> ways = new EnumMap<>(Way.class);
        List<Person> people = IntStream.range(0, TOWN.people())
                .mapToObj(number -> Person.of(TOWN.seed(), number))
                .toList();
        people.forEach(person -> person.ways().forEach(way -> ways.merge(way, 1, Integer::sum)));

        assertThat(ways)
                .hasSize(Way.values().length)
                .allSatisfy((way, count) -> assertThat(count).isGreaterThan(TOWN.people() / 12));
        assertThat(people).extracting(Person::email).doesNotHaveDuplicates();
        assertThat(people).extracting(Person::mobile).doesNotHaveDuplicates();
        assertThat(people).extracting(Person::handle).doesNotHaveDuplicates();
    }

    @Test
    void theCrmIsWrongAsOftenAsPeopleAre() {
        Map<State, Integer> numbers = new EnumMap<>(State.class);
        for (int number = 0; number < TOWN.contacts(); number++) {
            State state =
                    Entry.of(Person.of(TOWN.seed(), number), TOWN.people()).mobile();
            numbers.merge(state, 1, Integer::sum);
        }

        assertThat(numbers.get(State.RIGHT)).isBetween(6_300, 7_100);
        assertThat(numbers.get(State.UNKNOWN)).isBetween(2_700, 3_300);
        assertThat(numbers.get(State.OLD)).isBetween(200, 360);
        assertThat(numbers.get(State.MISTYPED)).isBetween(40, 100);
        assertThat(numbers.get(State.STRAY)).isBetween(8, 40);
    }

    @Test
    void whatSeveralHaveProvesNobodyAndWhoIsNoContactIsProvedByNothing() throws IOException {
        MadeUpCompany.write(TOWN, folder);

        List<String> truth = Files.readAllLines(folder.resolve("truth.csv"));
        assertThat(truth.get(0)).isEqualTo("channel,scope,id,contact,provable,by");
        assertThat(truth.subList(1, truth.size())).doesNotHaveDuplicates().allSatisfy(row -> {
            String[] cells = row.split(",");
            assertThat(cells[3].isEmpty() && cells[4].equals("true")).as(row).isFalse();
        });
        assertThat(truth)
                .filteredOn(row -> row.endsWith(",,false,a line of several"))
                .hasSizeGreaterThan(20);
        assertThat(truth)
                .filteredOn(row -> row.endsWith(",,false,a mailbox of several"))
                .hasSizeGreaterThan(20);
        assertThat(truth)
                .filteredOn(row -> row.matches("phone,,[+]4930\\d+,C\\d+,true,the company's line"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void noFileHasMoreThanTenThousandMessages() throws IOException {
        MadeUpCompany.write(TOWN, folder);

        try (Stream<Path> files = Files.list(folder.resolve("drop/whatsapp-inbox"))) {
            assertThat(files.map(MadeUpCompanyTest::lines).sorted().toList())
                    .hasSizeGreaterThan(1)
                    .allMatch(lines -> lines <= 10_000);
        }
    }

    private static List<Message> told(Plan plan, int messages) {
        List<Message> told = new ArrayList<>();
        new Conversations(plan).tell(messages, told::add);
        return told;
    }

    private Map<String, String> drops(String home) {
        Map<String, String> drops = hashes(home);
        drops.keySet().removeIf(name -> !name.startsWith("drop"));
        return drops;
    }

    private Map<String, String> hashes(String home) {
        Path root = folder.resolve(home);
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> hashes.put(root.relativize(file).toString().replace('\\', '/'), hash(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return hashes;
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new AssertionError(failure);
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
