package dev.tributary.doctor;

import dev.tributary.definition.SourceDefinition;
import dev.tributary.extract.Admission;
import dev.tributary.extract.Placeholders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.util.FileSystemUtils;

/** Asks the servers of the sources themselves. */
final class Online {

    private static final String GROUP = "Sources";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Patient patient;
    private final Defined defined;
    private final Placeholders placeholders;

    Online(Patient patient, Defined defined, Placeholders placeholders) {
        this.patient = patient;
        this.defined = defined;
        this.placeholders = placeholders;
    }

    /** @param over looks, and tells what came of it */
    void look(BiConsumer<List<Check>, Watch> over) {
        try (Watch watch = new Watch(LIMIT)) {
            List<SourceDefinition> asked = asked();
            if (asked.isEmpty()) {
                over.accept(List.of(new Check(GROUP, "answers", this::nobody)), watch);
                return;
            }
            ask(asked, over, watch);
        }
    }

    private void ask(List<SourceDefinition> asked, BiConsumer<List<Check>, Watch> over, Watch watch) {
        Path scratch = scratch();
        try (Admission admission = Admission.open(patient.home(), patient.settings(), scratch)) {
            List<Check> checks = new ArrayList<>();
            asked.forEach(source -> checks.add(new Check(GROUP, "answers", new SourceAnswers(source, admission))));
            asked.stream()
                    .flatMap(source -> HostAndPort.of(source, placeholders).stream())
                    .distinct()
                    .forEach(server -> checks.add(new Check(GROUP, "certificates", certificate(server))));
            over.accept(checks, watch);
        } finally {
            deleted(scratch);
        }
    }

    private Certificate certificate(HostAndPort server) {
        return new Certificate(server, (SSLSocketFactory) SSLSocketFactory.getDefault(), patient.clock());
    }

    private List<SourceDefinition> asked() {
        try {
            return defined.sources().stream().filter(Admission::concerns).toList();
        } catch (CannotLook wrong) {
            return List.of();
        }
    }

    private List<Finding> nobody() {
        defined.jobs();
        return List.of(Finding.good("the jobs read no source that has to let us in"));
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("tributary-doctor-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void deleted(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
