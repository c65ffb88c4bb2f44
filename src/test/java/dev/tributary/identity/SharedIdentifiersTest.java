package dev.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.identity.SharedIdentifierRegistry.Claim;
import dev.tributary.identity.SharedIdentifierRegistry.RestingLink;
import dev.tributary.identity.SharedIdentifierRegistry.Shared;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import dev.tributary.testing.TestDatabase;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Telephones, mailboxes and accounts that tell no single person. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SharedIdentifiersTest {

    private static final String SWITCHBOARD = "+493023125800";

    @Parameter
    TestDatabase database;

    private PeopleInTables people;
    private SharedIdentifierRegistry registry;

    @BeforeEach
    void nobodyYet() {
        people = new PeopleInTables(database);
        registry = database.bean(SharedIdentifierRegistry.class);
    }

    @Test
    void aCallFromTheSwitchboardLandsOnTheCompanyAndNotOnEightColleagues() {
        eightColleagues();
        people.company("C100", "NORDLICHT GmbH")
                .customer("caller", null, "phone:" + SWITCHBOARD)
                .identify();

        assertThat(people.shared()).containsExactly("PHONE +493023125800 COMPANY_LINE of C100 by FOUND");
        assertThat(people.whoIsWho()).containsExactly("caller is C100 by company-line");
    }

    @Test
    void aPersonIsAskedWhereNoContactIsTheCompany() {
        eightColleagues();
        people.customer("caller", null, "phone:" + SWITCHBOARD).identify();

        assertThat(people.shared()).containsExactly("PHONE +493023125800 COMPANY_LINE by FOUND");
        assertThat(people.whoIsWho())
                .containsExactly("caller REVIEW SHARED_IDENTIFIER C001 C002 C003 C004 C005 C006 C007 C008");
    }

    @Test
    void aPersonIsAskedWhereTwoContactsAreTheCompany() {
        eightColleagues();
        people.company("C100", "Nordlicht GmbH")
                .company("C101", "Nordlicht GmbH")
                .customer("caller", null, "phone:" + SWITCHBOARD)
                .identify();

        assertThat(people.whoIsWho()).hasSize(1).allMatch(it -> it.startsWith("caller REVIEW SHARED_IDENTIFIER"));
    }

    @Test
    void aColleagueWhoCallsByNameIsNotTheCompany() {
        eightColleagues();
        people.company("C100", "Nordlicht GmbH")
                .customer("caller", "Dora Blum", "phone:" + SWITCHBOARD)
                .customer("writer", "Dora Blum", "phone:" + SWITCHBOARD, "email:dora@nordlicht.example")
                .carries("C004", "email:dora@nordlicht.example")
                .identify();

        assertThat(people.whoIsWho())
                .containsExactly(
                        "caller REVIEW SHARED_IDENTIFIER C001 C002 C003 C004 C005 C006 C007 C008",
                        "writer is C004 by same-email");
    }

    @Test
    void aNumberOnThreeContactsOfNoOneCompanyIsAHouseholds() {
        people.person("C1", "Anna Berg", "phone:+493012345601")
                .person("C2", "Ben Berg", "phone:+493012345601")
                .person("C3", "Cora Berg", "phone:+493012345601")
                .customer("caller", "Ben Berg", "phone:+493012345601")
                .identify();

        assertThat(people.shared()).containsExactly("PHONE +493012345601 HOUSEHOLD by FOUND");
        assertThat(people.whoIsWho()).containsExactly("caller REVIEW SHARED_IDENTIFIER C1 C2 C3");
        assertThat(database.rows("SELECT c.external_id, k.rule FROM review_candidate k JOIN crm_contact c"
                        + " ON c.id = k.contact_id ORDER BY c.external_id"))
                .hasToString("[{external_id=C1, rule=same-phone}, {external_id=C2, rule=shared-phone-and-name},"
                        + " {external_id=C3, rule=same-phone}]");
    }

    @Test
    void aLandlineThatAnnaAndBenUseIsNotAnnasAloneAlthoughOnlySheIsInTheCrm() {
        people.person("C1", "Anna Berg", "phone:+493012345601")
                .customer("1", "Anna Berg", "phone:+493012345601")
                .customer("2", "Ben Berg", "phone:+493012345601")
                .customer("3", null, "phone:+493012345601")
                .identify();

        assertThat(people.shared()).containsExactly("PHONE +493012345601 HOUSEHOLD by FOUND");
        assertThat(people.whoIsWho())
                .containsExactly(
                        "1 REVIEW SHARED_IDENTIFIER C1",
                        "2 REVIEW SHARED_IDENTIFIER C1",
                        "3 REVIEW SHARED_IDENTIFIER C1");
    }

    @Test
    void onePersonOfSeveralSpellingsMakesNoHousehold() {
        people.person("C1", "Thomas Müller", "email:tm@example.org")
                .customer("1", "Thomas Müller", "email:tm@example.org")
                .customer("2", "Tom Mueller", "email:tm@example.org")
                .customer("3", "T. Müller", "email:tm@example.org")
                .customer("4", "tm", "email:tm@example.org")
                .customer("5", "ACME Fan 77", "email:tm@example.org")
                .customer("6", "トーマス", "email:tm@example.org")
                .identify();

        assertThat(people.shared()).isEmpty();
        assertThat(people.whoIsWho()).hasSize(6).allMatch(it -> it.endsWith("is C1 by same-email"));
    }

    @Test
    void aRolesMailboxIsTheCompanysAndNobodysElse() {
        people.company("C1", "Bergsport Müller", "email:info@bergsport.example")
                .colleague("C2", "Petra Vogt", "Seeblick AG", "email:sales@seeblick.example")
                .customer("1", "Max Frei", "email:info@bergsport.example")
                .customer("2", "Max Frei", "email:sales@seeblick.example")
                .customer("3", null, "email:information@bergsport.example")
                .identify();

        assertThat(people.shared())
                .containsExactly(
                        "EMAIL info@bergsport.example ROLE_MAILBOX of C1 by FOUND",
                        "EMAIL sales@seeblick.example ROLE_MAILBOX by FOUND");
        assertThat(people.whoIsWho())
                .containsExactly("1 is C1 by company-line", "2 REVIEW SHARED_IDENTIFIER C2", "3 UNMATCHED NOT_IN_CRM");
    }

    @Test
    void ourOwnNumberNamesNobody() {
        people.person("C1", "Anna Berg", "phone:+4930998877", "phone:+12025550100")
                .oneOfOurs("agent", "phone:+4930998877")
                .customer("1", null, "phone:+4930998877")
                .customer("2", null, "phone:+12025550100")
                .identify();

        assertThat(people.whoIsWho()).containsExactly("1 UNMATCHED ONLY_BLOCKED", "2 UNMATCHED ONLY_BLOCKED");
        assertThat(database.rows("SELECT value_text, kind FROM shared_identifier WHERE value_text = '+4930998877'"))
                .hasToString("[{value_text=+4930998877, kind=OURS}]");
    }

    @Test
    void noReplyNamesNobody() {
        people.person("C1", "Anna Berg", "email:noreply@shop.example")
                .customer("1", null, "email:noreply@shop.example")
                .identify();

        assertThat(people.whoIsWho()).containsExactly("1 UNMATCHED ONLY_BLOCKED");
    }

    @Test
    void theSameNightAgainChangesNoRow() {
        eightColleagues();
        people.company("C100", "Nordlicht GmbH", "email:info@nordlicht.example")
                .customer("1", "Max", "email:info@nordlicht.example", "phone:" + SWITCHBOARD)
                .customer("2", "Ben Berg", "phone:+4930111222")
                .customer("3", "Anna Maier", "phone:+4930111222")
                .person("C200", "Anna Maier", "phone:+4930111222", "email:anna+crm@example.org")
                .customer("4", "Anna Maier", "email:anna@example.org")
                .oneOfOurs("agent", "phone:" + SWITCHBOARD + "9")
                .identify();
        List<String> before = people.everything();
        people.identify();

        assertThat(people.everything()).isEqualTo(before);
    }

    @Test
    void whatIsTrueNoMoreCountsNoMore() {
        people.person("C1", "Anna Berg", "phone:+493012345601")
                .person("C2", "Ben Roth", "phone:+493012345601")
                .person("C3", "Cora Lang", "phone:+493012345601")
                .customer("caller", null, "phone:+493012345601")
                .identify()
                .carriesNoMore("C2", "phone:+493012345601")
                .carriesNoMore("C3", "phone:+493012345601")
                .identify();

        assertThat(people.shared()).isEmpty();
        assertThat(people.whoIsWho()).containsExactly("caller is C1 by same-phone");
        people.carries("C2", "phone:+493012345601")
                .carries("C3", "phone:+493012345601")
                .identify();
        assertThat(people.shared()).containsExactly("PHONE +493012345601 HOUSEHOLD by FOUND");
    }

    @Test
    void aStewardsWordGoesBeforeWhatIsFound() {
        eightColleagues();
        people.person("C50", "Erik Sand").customer("caller", null, "phone:" + SWITCHBOARD);
        share(SWITCHBOARD, SharedKind.COMPANY_LINE, "C50", null);
        people.identify();

        assertThat(people.shared()).containsExactly("PHONE +493023125800 COMPANY_LINE of C50 by STEWARD");
        assertThat(people.whoIsWho()).containsExactly("caller is C50 by company-line");
    }

    @Test
    void whatAStewardTookBackIsNotFoundAgain() {
        people.person("C1", "Anna Berg", "phone:+493012345601")
                .customer("1", "Anna Berg", "phone:+493012345601")
                .customer("2", "Ben Roth", "phone:+493012345601")
                .identify();
        boolean first = registry.unshare(IdentifierType.PHONE, "+493012345601", "steward", "Ben is her stage name");
        boolean again = registry.unshare(IdentifierType.PHONE, "+493012345601", "steward", null);
        people.identify();

        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(people.shared()).isEmpty();
        assertThat(people.whoIsWho()).containsExactly("1 is C1 by same-phone", "2 REVIEW EXCEPTION C1");
    }

    @Test
    void sharingListsTheLinksThatRestedOnTheIdentifierAlone() {
        people.person("C1", "Anna Berg", "phone:+493012345601", "email:anna@example.org")
                .customer("caller", null, "phone:+493012345601")
                .customer("writer", "Anna Berg", "phone:+493012345601", "email:anna@example.org")
                .identify();
        Shared shared = share("+493012345601", SharedKind.HOUSEHOLD, null, null);
        Shared again = share("+493012345601", SharedKind.HOUSEHOLD, null, null);
        people.identify();

        assertThat(shared.changed()).isTrue();
        assertThat(shared.resting())
                .extracting(RestingLink::participant, RestingLink::contact)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("x:caller", "C1"));
        assertThat(again.changed()).isFalse();
        assertThat(people.whoIsWho())
                .containsExactly("caller REVIEW SHARED_IDENTIFIER C1", "writer is C1 by same-email+same-phone");
    }

    @Test
    void aNumberThatMovedToAnotherPersonInMayIsTheCompanysBeforeAndTheirsAfter() {
        people.company("C1", "Nordlicht GmbH")
                .person("C2", "Anna Berg", "phone:+493012345601")
                .customerSeen("2026-03-01T10:00", "2026-04-30T18:00", "before", "phone:+493012345601")
                .customerSeen("2026-06-01T10:00", "2026-06-02T18:00", "after", "phone:+493012345601")
                .customerSeen("2026-05-31T23:59", "2026-06-01T00:00", "both", "phone:+493012345601");
        share("+493012345601", SharedKind.COMPANY_LINE, "C1", LocalDateTime.parse("2026-06-01T00:00"));
        people.identify();

        assertThat(people.whoIsWho())
                .containsExactly(
                        "after is C2 by same-phone", "before is C1 by company-line", "both REVIEW CHANGED_HANDS C2");
    }

    @Test
    void refusesAContactThatTheCrmDoesNotHave() {
        assertThatThrownBy(() -> share("+493012345601", SharedKind.COMPANY_LINE, "C9", null))
                .isInstanceOf(UnknownContact.class)
                .hasMessageContaining("'C9'")
                .hasMessageContaining("contacts import");
        assertThat(people.shared()).isEmpty();
    }

    private Shared share(String number, SharedKind kind, @Nullable String contact, @Nullable LocalDateTime until) {
        return registry.share(
                new Claim(IdentifierType.PHONE, number, kind, null, until, contact, "steward", "told so"));
    }

    private void eightColleagues() {
        String[] names = {
            "Ada Kern", "Bela Lux", "Carl Mohn", "Dora Blum", "Emil Ort", "Fee Pohl", "Gerd Quant", "Hanna Rau"
        };
        for (int at = 0; at < names.length; at++) {
            people.colleague("C00" + (at + 1), names[at], "Nordlicht GmbH", "phone:" + SWITCHBOARD);
        }
    }
}
