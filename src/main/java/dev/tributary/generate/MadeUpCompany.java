package dev.tributary.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a home folder with a job, its sources, its contacts and their conversations. */
public final class MadeUpCompany {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SECONDS = 180 * 24 * 3600;

    private MadeUpCompany() {}

    /**
     * @param home a folder without {@code jobs/}
     * @throws UncheckedIOException where it cannot be written
     */
    public static void write(Plan plan, Path home) {
        try {
            writeFiles(plan, home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void writeFiles(Plan plan, Path home) throws IOException {
        Files.createDirectories(home.resolve("jobs/sources"));
        for (Map.Entry<Channels, List<Message>> entry : messages(plan).entrySet()) {
            Channels channel = entry.getKey();
            Path folder = Files.createDirectories(home.resolve("drop").resolve(channel.source()));
            channel.write(entry.getValue(), folder);
            Files.writeString(home.resolve("jobs/sources/" + channel.source() + ".yaml"), channel.definition());
        }
        contacts(plan, home.resolve("contacts.csv"));
        Files.writeString(
                home.resolve("jobs/nightly-sync.yaml"),
                "job: nightly-sync\ncontacts: contacts.csv\nsources: ["
                        + Stream.of(Channels.values()).map(Channels::source).collect(Collectors.joining(", ")) + "]\n");
    }

    /** Each person writes on one channel, every third on a second one too. */
    private static Map<Channels, List<Message>> messages(Plan plan) {
        Random random = new Random(plan.seed());
        Map<Channels, List<Message>> messages = new EnumMap<>(Channels.class);
        Channels[] channels = Channels.values();
        for (Channels channel : channels) {
            messages.put(channel, new ArrayList<>());
        }
        for (int id = 1; id <= plan.interactions(); id++) {
            Person person = new Person(id <= plan.people() ? id : 1 + random.nextInt(plan.people()));
            boolean onSecond = person.number() % 3 == 0 && random.nextBoolean();
            Channels channel = channels[(person.number() + (onSecond ? 1 : 0)) % channels.length];
            boolean fromCustomer = channel != Channels.HELPDESK || random.nextInt(3) > 0;
            Instant at = BEGIN.plusSeconds(random.nextInt(SECONDS));
            messages.get(channel).add(new Message(id, person, at, fromCustomer, Words.of(random)));
        }
        return messages;
    }

    private static void contacts(Plan plan, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord("id", "name", "given_name", "family_name", "emails", "phones", "handles");
            for (int number = 1; number <= plan.contacts(); number++) {
                Person person = new Person(number);
                csv.printRecord(
                        "C" + number,
                        person.name(),
                        person.given(),
                        person.family(),
                        person.email(),
                        person.phone(),
                        "x:@" + person.handle() + ";id:line/@acme:U" + number);
            }
        }
    }
}
