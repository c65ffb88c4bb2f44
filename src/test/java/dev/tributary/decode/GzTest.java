package dev.tributary.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GzTest {

    @Test
    void aCompressedFileIsWhatItsNameSays() {
        byte[] gz = Decoding.gzip("{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Decoding.of(gz, Format.GZ, DecodeOptions.DEFAULT.named("messages.ndjson.GZ"))
                        .contents())
                .containsExactly(Map.of("a", 1), Map.of("a", 2));
        assertThat(Decoding.of(gz, Format.GZ, DecodeOptions.DEFAULT.named("messages.gz"))
                        .reason())
                .contains("name the file like 'messages.ndjson.gz'");
        assertThat(Decoding.of(gz, Format.GZ, DecodeOptions.DEFAULT.named("messages.zip.gz"))
                        .reason())
                .contains("archive in an archive");
        assertThat(Decoding.of(gz, Format.NDJSON, DecodeOptions.DEFAULT).reason())
                .contains("compressed with gzip");
        assertThat(Decoding.of("{}", Format.GZ).reason()).contains("is not compressed");
    }

    @Test
    void compressedFilesThatWereJoinedAreReadToTheEnd() throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(Decoding.gzip("{\"a\":1}\n".getBytes(StandardCharsets.UTF_8)));
        joined.write(Decoding.gzip("{\"a\":2}\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(Decoding.of(joined.toByteArray(), Format.GZ, DecodeOptions.DEFAULT.named("a.ndjson.gz"))
                        .contents())
                .hasSize(2);
    }

    @Test
    void aCutCompressedFileIsReadAsFarAsItGoes() {
        byte[] gz = Decoding.gzip(Decoding.messages(100_000).getBytes(StandardCharsets.UTF_8));
        Decoding cut =
                Decoding.of(Arrays.copyOf(gz, gz.length / 2), Format.GZ, DecodeOptions.DEFAULT.named("a.ndjson.gz"));

        assertThat(cut.contents()).hasSizeBetween(49_000, 51_000);
        assertThat(cut.reason()).startsWith("the compressed file is cut");

        byte[] table = Decoding.gzip(("id\n" + Decoding.messages(100)).getBytes(StandardCharsets.UTF_8));
        Decoding rows = Decoding.of(
                Arrays.copyOf(table, table.length - 60),
                Format.GZ,
                DecodeOptions.DEFAULT.delimitedBy(';').named("a.csv.gz"));
        assertThat(rows.contents()).hasSizeGreaterThan(80);
        assertThat(rows.reason()).startsWith("the compressed file is cut");
    }

    @Test
    void aDamagedCompressedFileIsNoticedAtItsEnd() {
        byte[] gz = Decoding.gzip(Decoding.messages(10).getBytes(StandardCharsets.UTF_8));
        gz[gz.length - 6] ^= 1;

        Decoding file = Decoding.of(gz, Format.GZ, DecodeOptions.DEFAULT.named("a.ndjson.gz"));
        assertThat(file.contents()).hasSize(10);
        assertThat(file.reason()).startsWith("the compressed file is cut or damaged");
    }
}
