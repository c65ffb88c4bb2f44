package dev.tributary.report;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answers for machines. */
final class AuditJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private AuditJson() {}

    static void write(Answers answers, OutputStream out) throws IOException {
        MAPPER.writeValue(out, answers);
        out.write('\n');
    }
}
