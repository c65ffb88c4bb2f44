package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.access.Role;
import dev.tributary.access.Users;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a workbook of ten thousand cases goes out and comes back through the page; run with {@code -DexcludedGroups=none
 * -Dgroups=benchmark -DargLine=-Xmx512m}. It asserts that every row is answered for and prints how long it took.
 */
@Tag("benchmark")
class WorkbookSpeedTest {

    private static final int CASES = Integer.getInteger("cases", 10_000);
    private static final String[] ANSWERS = {"same person", "different people", "shared identifier", "not sure"};
    private static final Pattern ROW = Pattern.compile("<row r=\"(\\d+)\".*?</row>", Pattern.DOTALL);

    @Test
    void goesOutAndComesBack(@TempDir Path home) {
        Installation installation = company(home);
        assertThat(installation.tributary("sync", "--date", "2026-05-31").exitCode())
                .isZero();
        try (Serving serving = installation.serve()) {
            Users.Given given = serving.bean(Users.class).add("mia", Set.of(Role.STEWARD), null);
            Visitor mia = new Visitor(serving).signedIn(given.name(), given.password());
            HttpResponse<byte[]> first = timed("download", () -> mia.download("/review/cases.xlsx"));
            byte[] cases = timed("download again", () -> mia.download("/review/cases.xlsx"))
                    .body();
            assertThat(first.statusCode()).isEqualTo(200);

            bringIn(mia, "upload, unchanged", cases);
            assertThat(page(mia)).contains("<strong>0</strong> of <span>" + CASES + " rows</span>");
            byte[] answered = answered(cases);
            bringIn(mia, "upload, an answer in every row", answered);
            assertThat(page(mia)).contains("<strong>" + CASES + "</strong> of").contains("decisions back");
            bringIn(mia, "upload, the same again", answered);
            assertThat(page(mia))
                    .contains("<span>unchanged</span><strong>" + CASES + "</strong>")
                    .doesNotContain("decisions back");
        }
        assertThat(installation.rows("SELECT COUNT(*) FROM verdict")).containsExactly(String.valueOf(CASES));
    }

    private static void bringIn(Visitor mia, String what, byte[] workbook) {
        assertThat(timed(what, () -> mia.upload("/review/workbook", "workbook", workbook))
                        .statusCode())
                .isEqualTo(302);
    }

    private static String page(Visitor mia) {
        return mia.get("/review/workbook").body().replaceAll("\\s*\\n\\s*", " ");
    }

    private static <T> T timed(String what, Supplier<T> deed) {
        long begin = System.nanoTime();
        T done = deed.get();
        System.err.printf(
                "%-36s %5.1f s, at most %d MB of memory%n",
                what, (System.nanoTime() - begin) / 1e9, Runtime.getRuntime().maxMemory() >> 20);
        return done;
    }

    /** Customers who all share their telephone with another one, so that each of them is a case. */
    private static Installation company(Path home) {
        StringBuilder contacts = new StringBuilder("id,name,given_name,family_name,company,emails,phones\n");
        StringBuilder messages = new StringBuilder("Date,From,To,Direction,Body,Message ID,Status\n");
        for (int i = 1; i <= CASES; i++) {
            String phone = "+49151%08d".formatted(20_000_000 + i);
            contacts.append("A%1$d,Anna Berg%1$d,Anna,Berg%1$d,,anna%1$d@example.org,%2$s\n".formatted(i, phone));
            contacts.append(
                    "B%1$d,Ben Frost%1$d,Ben,Frost%1$d,Nordlicht,ben%1$d@example.org,%2$s\n".formatted(i, phone));
            for (int day = 1; day <= 4; day++) {
                messages.append(
                        "2026-05-0%1$d 09:12:12,%2$s,+493023125100,inbound,\"The zip of my tent gave up again, says customer %3$d, number %1$d of this week.\",M%3$d-%1$d,received\n"
                                .formatted(day, phone, i));
            }
        }
        return Installation.onH2(home)
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\ncontacts: exports/contacts.csv\nsources: [sms]\n")
                .file("jobs/sources/sms.yaml", """
                        source: sms
                        channel: sms
                        account: "+493023125100"
                        defaultRegion: DE
                        extract: { kind: file, path: "drop/*.csv" }
                        mapping: sms-csv
                        """)
                .file("exports/contacts.csv", contacts.toString())
                .file("drop/sms.csv", messages.toString());
    }

    /** The workbook with an answer and a comment in every row: the four answers in turn. */
    private static byte[] answered(byte[] workbook) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // read by its directory: POI writes sizes that a stream of parts cannot be read by
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry part : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(part.getName()));
                byte[] content = in.getInputStream(part).readAllBytes();
                out.write(
                        part.getName().equals("xl/worksheets/sheet2.xml")
                                ? ROW.matcher(new String(content, StandardCharsets.UTF_8))
                                        .replaceAll(it -> Matcher.quoteReplacement(row(it)))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return bytes.toByteArray();
    }

    private static String row(MatchResult row) {
        int number = Integer.parseInt(row.group(1));
        Matcher contact = Pattern.compile("<c r=\"P" + number + "\"[^>]*><is><t[^>]*>([AB]\\d+)</t>")
                .matcher(row.group());
        if (!contact.find()) {
            return row.group();
        }
        String answer = ANSWERS[number % ANSWERS.length];
        String answered = filled(row.group(), "A" + number, answer);
        return filled(
                answer.equals("same person") ? filled(answered, "B" + number, contact.group(1)) : answered,
                "D" + number,
                "as I remember");
    }

    private static String filled(String row, String cell, String text) {
        return row.replaceFirst(
                "<c r=\"" + cell + "\" s=\"(\\d+)\"(?:/>|></c>)",
                "<c r=\"" + cell + "\" s=\"$1\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
    }
}
