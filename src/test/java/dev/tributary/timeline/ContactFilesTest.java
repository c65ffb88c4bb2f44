package dev.tributary.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tributary.decode.Decoder;
import dev.tributary.decode.Format;
import dev.tributary.interaction.Identifier;
import dev.tributary.run.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactFilesTest {

    private static final Path SAMPLES = Path.of(System.getProperty("tributary.samples", "../shared/samples"))
            .resolve("contacts");

    @TempDir
    Path folder;

    private final List<ContactRow> rows = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();

    @Test
    void readsNamesAndEveryAddressAndNumber() throws Exception {
        csv(null, "US", """
                Contact ID,First Name,Last Name,Company,Country,E-mail,Email 2,Mobile Phone,Handles
                c-1,Ann,Smith,Acme Ltd; Sons,,Ann@Example.org;a.smith@example.org,ann@home.example,(202) 555-0143,x:@Ann;id:line/@acme:U12
                c-2,Bo,,,DE,,,030 1234567,
                """);

        assertThat(rows).hasSize(2);
        ContactRow ann = rows.get(0);
        assertThat(ann.externalId()).isEqualTo("c-1");
        assertThat(ann.name()).isEqualTo("Ann Smith");
        assertThat(ann.company()).isEqualTo("Acme Ltd; Sons");
        assertThat(ann.points())
                .containsExactly(
                        Identifier.email("Ann@Example.org"),
                        Identifier.email("a.smith@example.org"),
                        Identifier.email("ann@home.example"),
                        Identifier.phone("(202) 555-0143", "US"),
                        Identifier.handle("x", "@Ann"),
                        Identifier.id("line/@acme", "U12"));
        assertThat(rows.get(1).points()).containsExactly(Identifier.phone("030 1234567", "DE"));
        assertThat(rows.get(1).points().get(0).usable()).isTrue();
    }

    @Test
    void readsWhereAContactLivesAndWhatItAllows() throws Exception {
        csv(null, null, """
                id,name,street,postcode,city,country,date of birth,consent,source,changed at
                c-1,Ann,Old Road 1,10115,Berlin,DE,1980-04-03,service,shop,2026-05-04T10:00:00+02:00
                c-2,Bo,,,,,03/04/1980,,,
                """);

        assertThat(rows.get(0).details())
                .isEqualTo(new ContactDetails(
                        "Old Road 1",
                        "10115",
                        "Berlin",
                        "DE",
                        LocalDate.of(1980, 4, 3),
                        Consent.SERVICE,
                        "shop",
                        LocalDateTime.of(2026, 5, 4, 8, 0)));
        assertThat(rows.get(1).details()).isEqualTo(ContactDetails.NONE);
    }

    @Test
    void takesTheIdFromTheColumnThatIsNamed() throws Exception {
        csv("key", null, "id,key,name\n1,k-1,Ann\n2,k-2,Bo\n");

        assertThat(rows).extracting(ContactRow::externalId).containsExactly("k-1", "k-2");
    }

    @Test
    void callsAContactWithoutANameByItsId() throws Exception {
        csv(null, null, "id,email\nc-1,ann@example.org\n");

        assertThat(rows).extracting(ContactRow::name).containsExactly("c-1");
    }

    @Test
    void refusesRowsWithoutAnIdAndSaysHowToMendIt() throws Exception {
        csv(null, null, "name,email\nAnn,ann@example.org\n");

        assertThat(rows).isEmpty();
        assertThat(refused).singleElement().satisfies(it -> {
            assertThat(it.line()).isEqualTo(2);
            assertThat(it.reason()).contains("--id COLUMN").doesNotContain("ann");
        });
    }

    @Test
    void readsCardsOfEveryVersion() throws Exception {
        vcf("""
                BEGIN:VCARD
                VERSION:2.1
                N:Smith;Ann
                FN:Ann Smith
                ORG:Acme;Sales
                TEL;CELL:(202) 555-0143
                EMAIL;INTERNET:Ann@Example.org
                UID:u-1
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                N:Miller;Bo;;;
                EMAIL:bo@example.org
                ADR;TYPE=home:;;Old Road 1;Berlin;;10115;Germany
                BDAY:1980-04-03
                REV:2026-05-04T08:00:00Z
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                FN:Cy
                TEL;VALUE=uri:tel:+1-202-555-0144
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                NOTE:nothing to know them by
                END:VCARD
                """);

        assertThat(rows).extracting(ContactRow::name).containsExactly("Ann Smith", "Bo Miller", "Cy");
        assertThat(rows.get(1).details())
                .isEqualTo(new ContactDetails(
                        "Old Road 1",
                        "10115",
                        "Berlin",
                        "Germany",
                        LocalDate.of(1980, 4, 3),
                        null,
                        null,
                        LocalDateTime.of(2026, 5, 4, 8, 0)));
        assertThat(rows.get(0).externalId()).isEqualTo("u-1");
        assertThat(rows.get(0).company()).isEqualTo("Acme");
        assertThat(rows.get(0).points())
                .containsExactly(Identifier.email("Ann@Example.org"), Identifier.phone("(202) 555-0143", "US"));
        assertThat(rows.get(2).points()).extracting(Identifier::value).containsExactly("+12025550144");
        assertThat(refused).singleElement().extracting(RefusedRow::line).isEqualTo(4L);
    }

    @Test
    void knowsACardWithoutAnIdAgain() throws Exception {
        String card = "BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nEMAIL:%s\nEMAIL:%s\nEND:VCARD\n";
        vcf(card.formatted("bo@example.org", "b@example.org") + card.formatted("b@example.org", "BO@example.org"));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).externalId())
                .startsWith("vcard:")
                .isEqualTo(rows.get(1).externalId());
    }

    @Test
    void readsWhatOthersExported() throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES));
        int files = 0;
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                rows.clear();
                refused.clear();
                String name = file.getFileName().toString();
                if (name.endsWith(".vcf")) {
                    new VCardFile("US").read(file, rows::add, refused::add);
                } else if (name.equals("contact_data.csv")) {
                    new ContactFile(new Decoder(new Home(Path.of("target"))), null, "US")
                            .read(file, Format.CSV, rows::add, refused::add);
                } else {
                    continue;
                }
                files++;
                long points = rows.stream().mapToLong(it -> it.points().size()).sum();
                System.out.printf(
                        "%4d contacts %4d points %4d refused  %s%n", rows.size(), points, refused.size(), name);
                assertThat(rows).as(name).isNotEmpty();
            }
        }
        assertThat(files).isGreaterThan(15);
    }

    private void csv(@Nullable String idColumn, @Nullable String region, String content) throws Exception {
        Path file = Files.writeString(folder.resolve("contacts.csv"), content);
        new ContactFile(new Decoder(new Home(Path.of("target"))), idColumn, region)
                .read(file, Format.CSV, rows::add, refused::add);
    }

    private void vcf(String content) throws Exception {
        new VCardFile("US").read(Files.writeString(folder.resolve("a.vcf"), content), rows::add, refused::add);
    }
}
