package dev.tributary.stage;

import static dev.tributary.stage.Said.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.interaction.CanonicalRecord.Filtered;
import dev.tributary.interaction.CanonicalRecord.Interaction;
import dev.tributary.stage.MappedRecord.Mapped;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingIdsTest {

    private static final Interaction HI = aMessage().withId(null).saying("Hi").content();
    private static final Interaction BYE = aMessage().withId(" ").saying("Bye").content();

    @Test
    void tellsEqualMessagesApartByTheirOrdinal() {
        List<String> ids = idsOf(HI, BYE, HI, HI);

        assertThat(ids).doesNotHaveDuplicates().allMatch(it -> it.matches("[0-9a-f]{32}(-\\d)?"));
        assertThat(ids.get(2)).isEqualTo(ids.get(0) + "-2");
        assertThat(ids.get(3)).isEqualTo(ids.get(0) + "-3");
    }

    @Test
    void givesTheSameIdsInALongerExportOfTheSameConversation() {
        assertThat(idsOf(HI, BYE, HI, HI, BYE)).startsWith(idsOf(HI, BYE, HI).toArray(String[]::new));
    }

    @Test
    void givesTheSameIdWhetherTheWordsHaveBlankSpaceAroundThem() {
        assertThat(idsOf(aMessage().withId(null).saying(" Hi\n").content())).isEqualTo(idsOf(HI));
    }

    @Test
    void givesAnotherIdToAnotherTimeOrAuthorOrConversation() {
        assertThat(idsOf(
                        HI,
                        aMessage().withId(null).saying("Hi").at(10, 1).content(),
                        aMessage().withId(null).saying("Hi").from("bo").content(),
                        aMessage().withId(null).saying("Hi").in("c1").content()))
                .doesNotHaveDuplicates()
                .noneMatch(it -> it.contains("-"));
    }

    @Test
    void leavesTheSourcesOwnIdsAndOtherRecordsAlone() {
        Mapped filtered = new Mapped(new Filtered("a receipt"));
        Mapped known = new Mapped(aMessage().withId("m1").content());

        assertThat(new MissingIds().complete(filtered)).isSameAs(filtered);
        assertThat(new MissingIds().complete(known)).isSameAs(known);
    }

    private static List<String> idsOf(Interaction... messages) {
        MissingIds missing = new MissingIds();
        List<String> ids = new ArrayList<>();
        for (Interaction message : messages) {
            ids.add(((Interaction) ((Mapped) missing.complete(new Mapped(message))).record()).id());
        }
        return ids;
    }
}
