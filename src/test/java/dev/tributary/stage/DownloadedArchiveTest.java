package dev.tributary.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.decode.Decoder;
import dev.tributary.definition.Definitions;
import dev.tributary.run.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Facebook and Instagram give for download is a zip, and is read as it comes. */
class DownloadedArchiveTest {

    private static final Path REPOSITORY = Path.of(".");
    private static final Definitions DEFINITIONS = Definitions.load(REPOSITORY);

    @TempDir
    Path folder;

    @Test
    void aThreadIsTheSameInEveryFolderThatItMovesThrough() throws IOException {
        String thread = "{'participants':[{'name':'Anna'}],'title':'Anna','thread_path':'%s/anna_1','messages':"
                + "[{'sender_name':'Anna','timestamp_ms':1772442000000,'content':'Gr\u00c3\u00bc\u00c3\u009fe'}]}";

        List<JsonNode> records = records(
                "facebook-download",
                Map.of(
                        "messages/message_requests/anna_1/message_1.json", thread.formatted("message_requests"),
                        "messages/inbox/anna_1/message_1.json", thread.formatted("inbox"),
                        "ads_information/advertisers.json", "{'custom_audiences_v2':[]}"));

        assertThat(records).hasSize(3);
        assertThat(records.stream().filter(it -> it.path("kind").asString().equals("interaction")))
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(it.path("id").asString()).isEqualTo("anna_1/1772442000000");
                    assertThat(it.path("text").asString()).isEqualTo("Grüße");
                });
    }

    @Test
    void commentsInAnUnknownLanguageAreKnownByTheirPath() throws IOException {
        String entry = "[{'string_map_data':{'Megjegyz\u00c3\u00a9s':{'value':'Sz\u00c3\u00a9p!'},"
                + "'Tulajdonos':{'value':'chiara'},'Id\u00c5\u0091':{'timestamp':1772443000}}}]";

        List<JsonNode> records = records(
                "instagram-download",
                Map.of(
                        "your_instagram_activity/comments/post_comments_1.json", entry,
                        "your_instagram_activity/saved/saved_posts.json", entry));

        assertThat(records)
                .extracting(it -> it.path("kind").asString())
                .containsExactlyInAnyOrder("interaction", "filtered");
        assertThat(records)
                .filteredOn(it -> it.path("kind").asString().equals("interaction"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("text").asString()).isEqualTo("Szép!"));
    }

    private List<JsonNode> records(String mapping, Map<String, String> entries) throws IOException {
        Path zip = folder.resolve("download.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Samples(new Decoder(new Home(folder)))
                        .translate(
                                DEFINITIONS.examples(REPOSITORY).get(mapping).source(),
                                DEFINITIONS.mapping(mapping),
                                zip,
                                "download.zip",
                                10)
                        .stream()
                        .flatMap(it -> it.records().stream())
                        .map(it -> JsonMapper.shared().readTree(it))
                        .toList();
    }
}
