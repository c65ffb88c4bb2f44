package dev.tributary.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a home folder with a job, its sources, its contacts and their conversations, and beside them what is true of them:
 * {@code truth.csv} and {@code duplicates.csv}. Holds two bytes a person, and nothing of a message once it is written.
 */
public final class MadeUpCompany {

    private static final String MADE_OF = "generated.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MadeUpCompany() {}

    /** @param more how many messages were added later, each time */
    private record MadeOf(int interactions, int people, int contacts, long seed, List<Integer> more) {

        private Plan plan() {
            return new Plan(interactions, people, contacts, seed);
        }
    }

    /** Whether {@link #more} can add to what is there. */
    public static boolean isIn(Path home) {
        return Files.exists(home.resolve(MADE_OF));
    }

    /**
     * @param home a folder without {@code jobs/}
     * @throws UncheckedIOException where it cannot be written
     */
    public static Made write(Plan plan, Path home) {
        try {
            Crm crm = new Crm(plan);
            Files.createDirectories(home.resolve("jobs/sources"));
            for (Source source : Source.values()) {
                Files.createDirectories(home.resolve("drop").resolve(source.toString()));
                Files.writeString(home.resolve("jobs/sources/" + source + ".yaml"), source.definition());
            }
            Files.writeString(home.resolve("jobs/nightly-sync.yaml"), job());
            crm.write(home.resolve("contacts.csv"));
            return conversations(
                    new MadeOf(plan.interactions(), plan.people(), plan.contacts(), plan.seed(), List.of()),
                    plan.interactions(),
                    crm,
                    home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Adds what the same people write afterwards, in files of its own.
     *
     * @param home what {@link #write} wrote
     * @throws UncheckedIOException where it cannot be read or written
     */
    public static Made more(int messages, Path home) {
        try {
            MadeOf before = JSON.readValue(Files.readString(home.resolve(MADE_OF)), MadeOf.class);
            return conversations(before, messages, new Crm(before.plan()), home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Made conversations(MadeOf before, int messages, Crm crm, Path home) throws IOException {
        Plan plan = before.plan();
        Conversations conversations = new Conversations(plan);
        Seen seen = new Seen(plan.people());
        List<Integer> parts = new ArrayList<>(before.more());
        if (Files.exists(home.resolve(MADE_OF))) {
            conversations.tell(plan.interactions(), it -> seen.take(it, Fate.of(it)));
            before.more().forEach(part -> conversations.tell(part, it -> seen.take(it, Fate.of(it))));
            parts.add(messages);
        }
        Made made;
        try (Systems systems = new Systems(home, parts.size())) {
            conversations.tell(messages, it -> {
                Fate fate = Fate.of(it);
                seen.take(it, fate);
                systems.report(it, fate);
            });
            made = systems.made();
        }
        new Truth(plan, crm, seen).write(home.resolve("truth.csv"));
        MadeOf now = new MadeOf(plan.interactions(), plan.people(), plan.contacts(), plan.seed(), parts);
        Files.writeString(home.resolve(MADE_OF), JSON.writeValueAsString(now));
        return made;
    }

    private static String job() {
        return "job: nightly-sync\ncontacts: contacts.csv\nsources: ["
                + Stream.of(Source.values()).map(Source::toString).collect(Collectors.joining(", ")) + "]\n";
    }
}
