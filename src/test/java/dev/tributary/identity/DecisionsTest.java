package dev.tributary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.definition.BlockedIdentifiers;
import dev.tributary.definition.Definitions;
import dev.tributary.identity.Candidate.KnownContact;
import dev.tributary.identity.Candidate.StandingLink;
import dev.tributary.identity.Decision.Linked;
import dev.tributary.identity.Decision.Review;
import dev.tributary.identity.Evidence.Sharing;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.SharedKind;
import dev.tributary.match.MatchRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One participant at a time, without tables: names, shared and other spellings, lists, caps. */
class DecisionsTest {

    private static final long ANNA = 1;
    private static final long BEN = 2;
    private static final long NORDLICHT = 3;

    private static final Map<Long, KnownContact> CONTACTS = Map.of(
            ANNA,
            new KnownContact(ANNA, ANNA, "Anna Berg", "Anna", "Berg", null),
            BEN,
            new KnownContact(BEN, BEN, "Ben Berg", "Ben", "Berg", null),
            NORDLICHT,
            new KnownContact(NORDLICHT, NORDLICHT, "Nordlicht GmbH", null, null, "NORDLICHT GmbH"),
            4L,
            new KnownContact(4, 4, "Hiro Tanaka", "Hiro", "Tanaka", null),
            5L,
            new KnownContact(5, 5, "Hansen", null, null, null),
            6L,
            new KnownContact(6, 6, "Maria Lang", null, null, "Nordlicht GmbH"));

    private static final MatchRules SHIPPED =
            Definitions.load(Path.of("target/no-home")).rules().links();

    private static final MatchRules TRUSTING = RulesFile.of("""
            links:
              rules:
                - rule: a-very-long-name-for-a-rule-that-asks-for-an-address
                  when: { email: SAME }
                  then: MATCH
                - rule: another-name-that-is-long
                  when: { phone: SAME, given: SAME }
                  then: MATCH
                - rule: near-phone
                  when: { phone: CLOSE, name: [CLOSE, UNKNOWN] }
                  then: MATCH
            """).links();

    private MatchRules rules = SHIPPED;
    private PairLists pairs = PairLists.NONE;
    private Set<Long> full = Set.of();

    @ParameterizedTest
    @CsvSource({
        "Anna Berg, linked to 1 by same-phone",
        "A. Berg, linked to 1 by same-phone",
        "'Berg, Anna', linked to 1 by same-phone",
        "Annie Berg, linked to 1 by same-phone",
        "Anna Schmidt, linked to 1 by same-phone",
        "Trail Anna, linked to 1 by same-phone",
        "ACME Fan 77, linked to 1 by same-phone",
        "アンナ ベルク, linked to 1 by same-phone",
        "Wanderer, linked to 1 by same-phone",
        "anna@example.org, linked to 1 by same-phone",
        "Viktor Kowalski, EXCEPTION same-phone 1",
        "Cora Berg, EXCEPTION same-phone 1"
    })
    void aNameContradictsOnlyWhereItIsOne(String name, String decision) {
        assertThat(decide(name, phone("+493012345601", ANNA))).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "4, Kenji Tanaka, EXCEPTION same-email 4",
        "4, Tanaka Kenji, EXCEPTION same-email 4",
        "4, Tanaka Hiro, linked to 4 by same-email",
        "5, Viktor Kowalski, linked to 5 by same-email",
        "3, Viktor Kowalski, linked to 3 by same-email",
        "6, Viktor Kowalski, EXCEPTION same-email 6"
    })
    void aCompanyAndASingleWordContradictNobody(long contact, String name, String decision) {
        assertThat(decide(name, email("somebody@example.org", contact))).isEqualTo(decision);
    }

    @Test
    void theBeginOfAnAddressAndAHandleAreNoNames() {
        assertThat(decide("coco.chanel", email("coco.chanel@example.org", ANNA)))
                .isEqualTo("linked to 1 by same-email");
        assertThat(decide("Coco Chanel", phone("+493012345601", ANNA), proved(IdentifierType.HANDLE, "x:coco_chanel")))
                .isEqualTo("linked to 1 by same-phone");
        assertThat(decide("Coco Chanel", phone("+493012345601", ANNA), proved(IdentifierType.ID, "x:coco chanel")))
                .isEqualTo("linked to 1 by same-phone");
        assertThat(decide("Coco Chanel", phone("+493012345601", ANNA), email("coco@example.org")))
                .isEqualTo("EXCEPTION same-phone 1");
    }

    @Test
    void aSharedLandlineIsHersWhoseNameAgrees() {
        assertThat(decide("Anna Berg", phone("+493012345601", ANNA, BEN)))
                .isEqualTo("AMBIGUOUS_IDENTIFIER shared-phone-and-name 1, same-phone 2");
        rules = TRUSTING;
        assertThat(decide("Anna Berg", phone("+493012345601", ANNA, BEN)))
                .isEqualTo("linked to 1 by another-name-that-is-long");
        assertThat(decide("Cora Berg", phone("+493012345601", ANNA, BEN)))
                .isEqualTo("AMBIGUOUS_IDENTIFIER another-name-that-is-long 1, another-name-that-is-long 2");
    }

    @Test
    void aSharedNumberLinksByNameOnlyWhereAllWhoCarryItAreKnown() {
        rules = TRUSTING;
        Evidence crowded = new Evidence(
                IdentifierType.PHONE, "+4930", "+4930", Grade.CHANNEL, true, List.of(ANNA, BEN), 12, List.of(), null);

        assertThat(decide("Anna Berg", crowded))
                .isEqualTo("SHARED_IDENTIFIER another-name-that-is-long 1, another-name-that-is-long 2");
    }

    @Test
    void twoOfOneNameWhoShareANumberAreNotTold() {
        rules = TRUSTING;
        Candidate candidate = candidate("Anna Berg", null, phone("+493012345601", ANNA, 7));
        Map<Long, KnownContact> contacts = new HashMap<>(candidate.contacts());
        contacts.put(7L, new KnownContact(7, 7, "Anna Berg", "Anna", "Berg", null));

        assertThat(text(matcher()
                        .decide(new Candidate(
                                9, "x:9", "Anna Berg", candidate.evidence(), contacts, null, null, null))))
                .startsWith("AMBIGUOUS_IDENTIFIER");
    }

    @Test
    void whatTheyOnlySayNeverLinksEvenWhereTheFileTrustsNames() {
        rules = TRUSTING;
        assertThat(decide("Anna Berg", said("+493012345601", ANNA)))
                .isEqualTo("ONLY_DECLARED another-name-that-is-long 1");
        assertThat(decide(null, said("+493012345601", ANNA))).isEqualTo("ONLY_DECLARED");
    }

    @Test
    void anotherSpellingIsAQuestion() {
        assertThat(decide(null, near("+551161234567", ANNA))).isEqualTo("SIMILAR_IDENTIFIER similar-phone 1");
        assertThat(decide(null, near("+551161234567", ANNA, BEN)))
                .isEqualTo("SIMILAR_IDENTIFIER similar-phone 1, similar-phone 2");
        assertThat(decide("Viktor Kowalski", near("+551161234567", ANNA))).isEqualTo("NOT_IN_CRM");
        assertThat(decide(null, unusable("030 12345601", ANNA))).isEqualTo("SIMILAR_IDENTIFIER similar-phone 1");
        assertThat(decide(null, email("anna@example.org", BEN), near("+551161234567", ANNA)))
                .isEqualTo("linked to 2 by same-email");
    }

    @Test
    void anotherSpellingLinksWhereTheFileSaysSoAndOneContactHasIt() {
        rules = TRUSTING;
        assertThat(decide(null, near("+551161234567", ANNA))).isEqualTo("linked to 1 by near-phone");
        assertThat(decide(null, near("+551161234567", ANNA, BEN))).isEqualTo("AMBIGUOUS_IDENTIFIER ");
    }

    @Test
    void aCallFromTheCompanysLineLandsOnTheCompany() {
        Evidence line = shared("+493023125800", new Sharing(SharedKind.COMPANY_LINE, NORDLICHT, true), ANNA, BEN, 6);

        assertThat(decide(null, line)).isEqualTo("linked to 3 by company-line");
        assertThat(decide("Max Frei", line)).isEqualTo("linked to 3 by company-line");
        assertThat(decide("Anna Berg", line)).startsWith("SHARED_IDENTIFIER shared-phone-and-name 1");
        assertThat(decide(null, line, email("ben@example.org", BEN))).isEqualTo("linked to 2 by same-email");
        assertThat(decide(null, line, email("family@example.org", ANNA, BEN))).startsWith("AMBIGUOUS_IDENTIFIER");
        pairs = new PairLists(Map.of(), Map.of(), Map.of(9L, Set.of(NORDLICHT)));
        assertThat(decide(null, line)).startsWith("SHARED_IDENTIFIER");
    }

    @Test
    void aLineThatStandsForNobodyIsAQuestion() {
        assertThat(decide(null, shared("+4930", new Sharing(SharedKind.COMPANY_LINE, null, true), ANNA)))
                .isEqualTo("SHARED_IDENTIFIER same-phone 1");
        assertThat(decide(null, shared("+4930", new Sharing(SharedKind.HOUSEHOLD, ANNA, true), ANNA)))
                .isEqualTo("SHARED_IDENTIFIER same-phone 1");
        assertThat(decide(
                        null,
                        shared("+4930", new Sharing(SharedKind.COMPANY_LINE, NORDLICHT, true), ANNA),
                        shared("+4931", new Sharing(SharedKind.ROLE_MAILBOX, BEN, true), ANNA)))
                .startsWith("SHARED_IDENTIFIER");
    }

    @Test
    void aNumberThatChangedHandsMeanwhileIsAQuestion() {
        assertThat(decide(null, shared("+4930", new Sharing(SharedKind.COMPANY_LINE, NORDLICHT, false), ANNA)))
                .isEqualTo("CHANGED_HANDS same-phone 1");
    }

    @ParameterizedTest
    @EnumSource(
            value = SharedKind.class,
            names = {"OURS", "JUNK"})
    void whatNamesNobodyNeitherLinksNorAsks(SharedKind kind) {
        assertThat(decide("Anna Berg", shared("+4930", new Sharing(kind, ANNA, true), ANNA)))
                .isEqualTo("ONLY_BLOCKED");
        assertThat(decide(null, shared("+4930", new Sharing(kind, null, true), ANNA), email("b@example.org", BEN)))
                .isEqualTo("linked to 2 by same-email");
    }

    @Test
    void theListsGoBeforeTheRules() {
        pairs = new PairLists(
                Map.of("x:9", Set.of(BEN)), Map.of("anna@example.org", Set.of(ANNA)), Map.of(9L, Set.of(NORDLICHT)));
        assertThat(decide(null, email("c@example.org", NORDLICHT))).isEqualTo("linked to 2 by always-match");
        pairs = new PairLists(Map.of(), Map.of("anna@example.org", Set.of(ANNA)), Map.of());
        assertThat(decide(null, email("anna@example.org", ANNA))).isEqualTo("NEVER_MATCH");
        assertThat(decide(null, email("anna@example.org", ANNA, BEN))).isEqualTo("AMBIGUOUS_IDENTIFIER same-email 2");
        pairs = new PairLists(Map.of("x:9", Set.of(ANNA)), Map.of("id:x:9", Set.of(ANNA)), Map.of());
        assertThat(decide(null, proved(IdentifierType.ID, "x:9"))).isEqualTo("NOT_IN_CRM");
    }

    @Test
    void aPersonsClaimIsOnNoListOfTheFilesFriends() {
        pairs = new PairLists(Map.of("+493012345601", Set.of(BEN)), Map.of(), Map.of());

        assertThat(decide(null, said("+493012345601"))).isEqualTo("NOT_IN_CRM");
        assertThat(decide(null, phone("+493012345601"))).isEqualTo("linked to 2 by always-match");
        assertThat(decide(null, unusable("+493012345601"))).isEqualTo("INVALID_IDENTIFIER");
    }

    @Test
    void twoContactsOnTheListDecideNothing() {
        pairs = new PairLists(Map.of("x:9", Set.of(ANNA, BEN)), Map.of(), Map.of());

        assertThat(decide(null, phone("+493012345601"))).isEqualTo("NOT_IN_CRM");
    }

    @Test
    void aFullContactGetsNoNewcomerButKeepsItsOwn() {
        full = Set.of(ANNA);
        assertThat(decide(null, phone("+493012345601", ANNA))).isEqualTo("CAP same-phone 1");
        assertThat(decide(null, phone("+493012345601", BEN))).isEqualTo("linked to 2 by same-phone");
        assertThat(text(matcher().decide(candidate(null, new StandingLink(ANNA, false), phone("+493012345601", ANNA)))))
                .isEqualTo("linked to 1 by same-phone");
        pairs = new PairLists(Map.of("x:9", Set.of(ANNA)), Map.of(), Map.of());
        assertThat(decide(null, phone("+493012345601", ANNA))).isEqualTo("linked to 1 by always-match");
    }

    @Test
    void evidenceAgainstALinkNamesTheOtherContact() {
        assertThat(text(matcher().decide(candidate(null, new StandingLink(ANNA, false), email("b@example.org", BEN)))))
                .isEqualTo("CONTRADICTS_LINK same-email 2");
        assertThat(text(matcher().decide(candidate(null, new StandingLink(ANNA, false), said("+4930", BEN)))))
                .isEqualTo("EVIDENCE_GONE same-phone 2");
    }

    @Test
    void rulesWithLongNamesAreCutToTheFirst() {
        rules = TRUSTING;
        assertThat(decide("Anna Berg", email("anna@example.org", ANNA), phone("+493012345601", ANNA)))
                .isEqualTo("linked to 1 by a-very-long-name-for-a-rule-that-asks-for-an-address");
        assertThat(decide(null, proved(IdentifierType.HANDLE, "x:anna", ANNA))).isEqualTo("NO_RULE");
        assertThat(decide("Ben Berg", phone("+493012345601", ANNA))).isEqualTo("NO_RULE");
    }

    @Test
    void theEvidenceOfALinkIsWhatSpeaksForIt() {
        Linked linked = (Linked) matcher()
                .decide(candidate(
                        null,
                        null,
                        email("anna@example.org", ANNA),
                        phone("+49301", ANNA, BEN),
                        phone("+49302", BEN, 4, 5),
                        said("+49303", ANNA),
                        near("+49304", ANNA)));

        assertThat(linked.evidence())
                .extracting(Evidence::value)
                .containsExactly("anna@example.org", "+49301", "+49304");
    }

    @Test
    void explainsWhatFailedAndWhatWouldHaveMatched() {
        pairs = new PairLists(Map.of(), Map.of("x:9", Set.of(BEN)), Map.of());
        List<Explanation> explained =
                matcher().explain(candidate("Viktor Kowalski", null, phone("+493012345601", ANNA, BEN)));

        assertThat(explained).extracting(Explanation::contact).containsExactly(ANNA, BEN);
        assertThat(explained).extracting(Explanation::never).containsExactly(false, true);
        assertThat(explained.get(0).found())
                .hasToString("{PHONE=SAME, NAME=DIFFERENT, GIVEN=DIFFERENT, FAMILY=DIFFERENT}");
        assertThat(explained.get(0).rules())
                .filteredOn(it ->
                        it.rule().name().endsWith("phone") || it.rule().name().equals("shared-phone-and-name"))
                .extracting(it -> it.rule().name() + " | " + it.own() + " | " + it.supported())
                .containsExactly(
                        "same-phone | Fails[conditions=[phone: SAME]] | Fails[conditions=[phone: SAME]]",
                        "shared-phone-and-name | Fails[conditions=[phone: SAME, name: SAME or CLOSE]] |"
                                + " Fails[conditions=[name: SAME or CLOSE]]",
                        "similar-phone | Fails[conditions=[phone: SAME or CLOSE]] | Fails[conditions=[phone: SAME or CLOSE]]");
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Berg, Ben Berg, true",
        "Anna Berg, Viktor Kowalski, true",
        "Anna Berg, Anna Schmidt, false",
        "Anna Berg, Berg Anna, false",
        "Anna Berg, Trail Anna, false",
        "Robert Berg, Bob Berg, false",
        "Robert Berg, Bob, false",
        "Robert Berg, Fan 77, false",
        "Robert Berg, ロベルト ベルク, false"
    })
    void twoNamesAreTwoPeoples(String one, String other, boolean contradict) {
        assertThat(PersonNames.contradict(one, other)).isEqualTo(contradict);
        assertThat(PersonNames.contradict(other, one)).isEqualTo(contradict);
    }

    @Test
    void printsNoPersonalData() {
        Candidate candidate = candidate("Anna Berg", null, phone("+493012345601", ANNA));

        assertThat(candidate.toString() + candidate.evidence() + candidate.contacts() + CONTACTS.get(ANNA))
                .doesNotContain("Berg", "+49");
    }

    private String decide(@Nullable String name, Evidence... evidence) {
        return text(matcher().decide(candidate(name, null, evidence)));
    }

    private Matcher matcher() {
        return new Matcher(rules, new Guards(BlockedIdentifiers.NONE, 3), pairs, full, Answered.NOTHING);
    }

    private static String text(Decision decision) {
        if (decision instanceof Linked linked) {
            return "linked to " + linked.contact() + " by " + linked.rule();
        }
        if (decision instanceof Review review) {
            List<String> options = new ArrayList<>();
            review.options().forEach(it -> options.add(it.rule() + " " + it.contact()));
            return review.reason() + " " + String.join(", ", options);
        }
        return decision.reason().name();
    }

    private static Candidate candidate(@Nullable String name, @Nullable StandingLink standing, Evidence... evidence) {
        Map<Long, KnownContact> contacts = new HashMap<>();
        for (Evidence it : evidence) {
            Stream.concat(it.contacts().stream(), it.near().stream())
                    .filter(CONTACTS::containsKey)
                    .forEach(id -> contacts.put(id, CONTACTS.get(id)));
        }
        return new Candidate(9, "x:9", name, List.of(evidence), contacts, standing, null, null);
    }

    private static Evidence email(String value, long... contacts) {
        return proved(IdentifierType.EMAIL, value, contacts);
    }

    private static Evidence phone(String value, long... contacts) {
        return proved(IdentifierType.PHONE, value, contacts);
    }

    private static Evidence proved(IdentifierType type, String value, long... contacts) {
        return new Evidence(type, value, value, Grade.CHANNEL, true, ids(contacts), contacts.length, List.of(), null);
    }

    private static Evidence said(String value, long... contacts) {
        return new Evidence(
                IdentifierType.PHONE,
                value,
                value,
                Grade.DECLARED,
                true,
                ids(contacts),
                contacts.length,
                List.of(),
                null);
    }

    private static Evidence near(String value, long... contacts) {
        return new Evidence(IdentifierType.PHONE, value, value, Grade.CHANNEL, true, List.of(), 0, ids(contacts), null);
    }

    private static Evidence unusable(String value, long... contacts) {
        return new Evidence(
                IdentifierType.PHONE, value, value, Grade.CHANNEL, false, List.of(), 0, ids(contacts), null);
    }

    private static Evidence shared(String value, Sharing sharing, long... contacts) {
        return new Evidence(
                IdentifierType.PHONE,
                value,
                value,
                Grade.CHANNEL,
                true,
                ids(contacts),
                contacts.length,
                List.of(),
                sharing);
    }

    private static List<Long> ids(long... contacts) {
        return LongStream.of(contacts).boxed().toList();
    }
}
