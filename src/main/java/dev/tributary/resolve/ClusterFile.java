package dev.tributary.resolve;

import dev.tributary.match.Agreement;
import dev.tributary.match.Field;
import dev.tributary.resolve.Resolution.Member;
import dev.tributary.resolve.Resolution.Proposal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes what was found as csv, in UTF-8. */
public final class ClusterFile {

    private static final long MILLION = 1_000_000;

    private ClusterFile() {}

    /**
     * Each person's id with cluster, confidence and rule.
     *
     * @throws UncheckedIOException where the file cannot be written
     */
    public static void clusters(Resolution resolution, Path file) {
        try (CSVPrinter rows = printer(file, "id", "cluster", "confidence", "rule")) {
            for (Member member : resolution.members()) {
                Double confidence = member.confidence();
                rows.printRecord(
                        member.person().id(),
                        member.cluster(),
                        confidence == null ? "" : share(confidence),
                        member.rule());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /**
     * Each pair that a person should look at, and how far it agrees in each field.
     *
     * @throws UncheckedIOException where the file cannot be written
     */
    public static void proposals(Resolution resolution, Path file) {
        try (CSVPrinter rows = printer(file, "id", "other", "confidence", "rule", "refused", "agrees", "differs")) {
            for (Proposal proposal : resolution.proposals()) {
                StringBuilder agrees = new StringBuilder();
                StringBuilder differs = new StringBuilder();
                for (Map.Entry<Field, Agreement> entry :
                        proposal.agreements().known().entrySet()) {
                    boolean alike = entry.getValue().isAlike();
                    StringBuilder list = alike ? agrees : differs;
                    list.append(list.isEmpty() ? "" : ", ")
                            .append(entry.getKey().word());
                    list.append(alike ? " " + entry.getValue().name().toLowerCase(Locale.ROOT) : "");
                }
                rows.printRecord(
                        proposal.one().id(),
                        proposal.other().id(),
                        share(proposal.confidence()),
                        proposal.rule(),
                        proposal.refused() == null
                                ? ""
                                : proposal.refused()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        agrees,
                        differs);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static CSVPrinter printer(Path file, String... header) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        return new CSVPrinter(
                writer,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(header)
                        .setRecordSeparator('\n')
                        .get());
    }

    private static String share(double share) {
        long millionths = Math.round(share * MILLION);
        return millionths / MILLION + "."
                + String.valueOf(MILLION + millionths % MILLION).substring(1);
    }
}
