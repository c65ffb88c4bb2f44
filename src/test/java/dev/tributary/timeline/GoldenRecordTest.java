package dev.tributary.timeline;

import static dev.tributary.definition.ContactField.BIRTH_DATE;
import static dev.tributary.definition.ContactField.CITY;
import static dev.tributary.definition.ContactField.COMPANY;
import static dev.tributary.definition.ContactField.CONSENT;
import static dev.tributary.definition.ContactField.NAME;
import static dev.tributary.definition.ContactField.POSTCODE;
import static dev.tributary.definition.ContactField.STREET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.ContactField;
import dev.tributary.definition.Survivorship;
import dev.tributary.definition.Survivorship.Group;
import dev.tributary.definition.Survivorship.Preference;
import dev.tributary.timeline.GoldenRecord.Member;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ann is in the CRM three times: from the shop (1), from a fair (2), and from support (3). */
class GoldenRecordTest {

    private static final Survivorship SHOP_FIRST =
            new Survivorship(List.of("shop", "support"), Survivorship.DEFAULT.groups());

    private static final Member SHOP = member(
            1,
            "shop",
            "2024-01-01T00:00",
            Map.of(NAME, "Ann Smith", STREET, "Old Road 1", POSTCODE, "10115", CITY, "Berlin", CONSENT, "ALL"));
    private static final Member FAIR =
            member(2, "fair", "2026-01-01T00:00", Map.of(NAME, "A. Smith", COMPANY, "Acme", STREET, "New Road 2"));
    private static final Member SUPPORT = member(
            3,
            "support",
            null,
            Map.of(NAME, "Anne Smith", CITY, "Bonn", BIRTH_DATE, LocalDate.of(1980, 4, 3), CONSENT, "NONE"));

    @Test
    void takesTheNameOfTheBestSource() {
        assertThat(golden(SHOP_FIRST, FAIR, SUPPORT, SHOP)).containsEntry(NAME, "Ann Smith (1)");
        assertThat(golden(SHOP_FIRST, FAIR, SUPPORT)).containsEntry(NAME, "Anne Smith (3)");
    }

    @Test
    void takesTheLatestWhereNoSourceIsBetter() {
        assertThat(golden(Survivorship.DEFAULT, SHOP, FAIR, SUPPORT)).containsEntry(NAME, "A. Smith (2)");
    }

    @Test
    void letsTheFieldsOfAnAddressTravelTogether() {
        assertThat(golden(SHOP_FIRST, SHOP, FAIR, SUPPORT))
                .containsEntry(STREET, "New Road 2 (2)")
                .doesNotContainKeys(POSTCODE, CITY);
        assertThat(golden(SHOP_FIRST, SHOP, SUPPORT))
                .containsEntry(STREET, "Old Road 1 (1)")
                .containsEntry(POSTCODE, "10115 (1)")
                .containsEntry(CITY, "Berlin (1)");
    }

    @Test
    void fillsWhatTheBetterOnesLeaveBlank() {
        assertThat(golden(SHOP_FIRST, SHOP, FAIR, SUPPORT))
                .containsEntry(COMPANY, "Acme (2)")
                .containsEntry(BIRTH_DATE, "1980-04-03 (3)");
    }

    @Test
    void letsTheMostRestrictiveConsentWin() {
        assertThat(golden(SHOP_FIRST, SHOP, FAIR, SUPPORT)).containsEntry(CONSENT, "NONE (3)");
        assertThat(golden(SHOP_FIRST, SHOP, FAIR)).containsEntry(CONSENT, "ALL (1)");
    }

    @Test
    void takesTheFullestAddressWhereTheRulesSaySo() {
        Survivorship fullest = new Survivorship(
                List.of(), List.of(new Group(List.of(STREET, POSTCODE, CITY), List.of(Preference.COMPLETE))));

        assertThat(golden(fullest, SHOP, FAIR, SUPPORT))
                .containsOnly(
                        Map.entry(STREET, "Old Road 1 (1)"),
                        Map.entry(POSTCODE, "10115 (1)"),
                        Map.entry(CITY, "Berlin (1)"));
    }

    @Test
    void takesTheSurvivorsWordWhereNothingElseDecides() {
        Survivorship survivors =
                new Survivorship(List.of(), List.of(new Group(List.of(NAME), List.of(Preference.SURVIVOR))));

        assertThat(golden(survivors, FAIR, SUPPORT, SHOP)).containsOnly(Map.entry(NAME, "A. Smith (2)"));
        assertThat(golden(survivors, SUPPORT, FAIR, SHOP)).containsOnly(Map.entry(NAME, "Anne Smith (3)"));
    }

    @Property(tries = 200)
    void theOrderOfTheContactsMakesNoDifference(@ForAll Random random) {
        List<Member> members = new ArrayList<>(List.of(SHOP, FAIR, SUPPORT));
        Collections.shuffle(members, random);

        assertThat(GoldenRecord.of(2, members, SHOP_FIRST))
                .isEqualTo(GoldenRecord.of(2, List.of(SHOP, FAIR, SUPPORT), SHOP_FIRST));
    }

    /** @param members the survivor first */
    private static Map<ContactField, String> golden(Survivorship rules, Member... members) {
        Map<ContactField, String> golden = new EnumMap<>(ContactField.class);
        GoldenRecord.of(members[0].id(), List.of(members), rules)
                .choices()
                .forEach((field, choice) -> golden.put(field, choice.value() + " (" + choice.from() + ")"));
        return golden;
    }

    private static Member member(long id, String source, @Nullable String changedAt, Map<ContactField, Object> values) {
        return new Member(id, values, source, changedAt == null ? null : LocalDateTime.parse(changedAt));
    }
}
