package dev.tributary.stage;

import dev.tributary.decode.DecodeOptions;
import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import dev.tributary.decode.Payload;
import dev.tributary.decode.Payloads;
import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The payloads of a file as a mapping gets them. */
final class Decoded {

    private Decoded() {}

    /** Those that can be read; what cannot is left out. */
    static List<Object> payloads(Path file) throws IOException {
        return all(file).stream()
                .filter(Payload.Readable.class::isInstance)
                .map(it -> ((Payload.Readable) it).content())
                .toList();
    }

    static List<Payload> all(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<Payload> payloads = new ArrayList<>();
        try (Payloads open = new Decoder(new Home(Path.of("target")))
                .open(file, Format.ofFileName(name).orElseThrow(), DecodeOptions.DEFAULT.named(name))) {
            open.forEachRemaining(payloads::add);
        }
        return payloads;
    }

    static Optional<Path> realSamples() {
        Path samples = Path.of(System.getProperty("tributary.samples", "../shared/samples"));
        return Files.isDirectory(samples) ? Optional.of(samples) : Optional.empty();
    }
}
