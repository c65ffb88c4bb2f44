package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.Survivorship.Group;
import dev.tributary.definition.Survivorship.Preference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivorshipTest {

    private static final String FILE = "mappings/identity/survivorship.yaml";

    @TempDir
    private Path folder;

    private HomeFolder home;

    @BeforeEach
    void aHomeFolder() {
        home = HomeFolder.at(folder);
    }

    @Test
    void isTheShippedOneWhereTheHomeFolderHasNone() {
        assertThat(home.load().survivorship()).isEqualTo(Survivorship.DEFAULT);
        assertThat(Definitions.load(Path.of(".")).survivorship()).isEqualTo(Survivorship.DEFAULT);
    }

    @Test
    void givesAFieldThatIsInNoGroupOneOfItsOwn() {
        home.with(FILE, """
                sources: [shop, support]
                groups:
                  everything: { fields: [name, given_name, family_name, company, street, postcode, city, country], prefer: [complete, survivor] }
                """);

        Survivorship read = home.load().survivorship();

        assertThat(read.sources()).containsExactly("shop", "support");
        assertThat(read.groups().get(0).prefer()).containsExactly(Preference.COMPLETE, Preference.SURVIVOR);
        assertThat(read.groups().subList(1, read.groups().size()))
                .containsExactly(
                        new Group(List.of(ContactField.BIRTH_DATE), List.of(Preference.SOURCE, Preference.RECENT)),
                        new Group(List.of(ContactField.CONSENT), List.of(Preference.RESTRICTIVE)));
    }

    @Test
    void saysWhereItIsWrongAndHowToMendIt() {
        home.with(FILE, """
                source: [shop]
                groups:
                  a: { fields: [name, town], prefer: [recent] }
                  b: { fields: [name, city], prefer: [newest] }
                  c: { fields: [company], prefer: [restrictive] }
                  d: { fields: [street], order: [recent] }
                """);

        assertThat(home.problems())
                .allMatch(it -> it.startsWith(FILE + ":"))
                .anyMatch(it -> it.contains(":3: groups.a.fields: 'town' is not known; "))
                .anyMatch(it -> it.contains(":4: groups.b.fields: 'name' is in two groups; leave it in one of them"))
                .anyMatch(it -> it.contains(":4: groups.b.prefer: 'newest' is not known; "))
                .anyMatch(it ->
                        it.contains(":5: groups.c.prefer: 'restrictive' is for consent alone; give consent a group"))
                .anyMatch(it -> it.contains("groups.d.prefer: names nothing; write prefer: ["))
                .anyMatch(it -> it.contains(":6: groups.d.order: is no key that is known here"))
                .anyMatch(it -> it.contains(":1: source: is no key that is known here; did you mean 'sources'?"))
                .hasSize(7);
    }
}
