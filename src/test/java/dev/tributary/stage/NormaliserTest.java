package dev.tributary.stage;

import static dev.tributary.stage.Said.aMessage;
import static dev.tributary.stage.Said.party;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.definition.IdScope;
import dev.tributary.definition.SourceDefinition;
import dev.tributary.interaction.CanonicalRecord.Interaction;
import dev.tributary.interaction.CanonicalRecord.Profile;
import dev.tributary.interaction.Grade;
import dev.tributary.interaction.Identifier;
import dev.tributary.interaction.IdentifierType;
import dev.tributary.interaction.Party;
import dev.tributary.stage.MappedRecord.Mapped;
import dev.tributary.stage.Normalised.Message;
import dev.tributary.stage.Normalised.Person;
import dev.tributary.stage.Normalised.PersonNews;
import dev.tributary.stage.Normalised.Refused;
import dev.tributary.stage.Normalised.Side;
import dev.tributary.stage.StageItem.Position;
import dev.tributary.stage.StageItem.Read;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormaliserTest {

    private static final List<String> NONE = List.of();

    @Test
    void takesTheAuthorOfAnInboundMessageForACustomer() {
        assertThat(aMessage().from("ann").report().author())
                .extracting(Person::side)
                .isEqualTo(Side.CUSTOMER);
    }

    @Test
    void takesTheAuthorOfAnOutboundMessageForOneOfUsAndItsRecipientsForCustomers() {
        Message message = aMessage().from("agent").outbound().to("ann", "bo").report();

        assertThat(message.author()).extracting(Person::side).isEqualTo(Side.OURS);
        assertThat(message.recipients()).extracting(Person::side).containsOnly(Side.CUSTOMER);
    }

    @Test
    void takesNobodyInAnInternalMessageForACustomerOrOneOfUs() {
        Message message = aMessage().from("agent").internal().to("other").report();

        assertThat(message.author()).extracting(Person::side).isEqualTo(Side.BYSTANDER);
        assertThat(message.recipients()).extracting(Person::side).containsExactly(Side.BYSTANDER);
    }

    @Test
    void knowsOurOwnAccountByItsIdOrHandleAmongTheRecipients() {
        Message message = aMessage()
                .toParties(
                        party("@ACME", null, null, NONE, NONE),
                        party("9", "Acme", null, NONE, NONE),
                        party("10", "@acme2", null, NONE, NONE))
                .report();

        assertThat(message.recipients()).extracting(Person::side).containsExactly(Side.OURS, Side.OURS, Side.BYSTANDER);
    }

    @Test
    void knowsOurOwnNumberHoweverItIsWritten() {
        SourceDefinition calls = sourceOf("+1 202-555-0143");

        assertThat(message(calls, party(null, null, null, NONE, List.of("(202) 555-0143")))
                        .recipients())
                .extracting(Person::side)
                .containsExactly(Side.OURS);
    }

    @Test
    void knowsOurOwnAddressInAnyCase() {
        SourceDefinition mails = sourceOf("support@acme.example");

        assertThat(message(mails, party(null, null, null, List.of("Support@ACME.example"), NONE))
                        .recipients())
                .extracting(Person::side)
                .containsExactly(Side.OURS);
    }

    @Test
    void knowsWhatACustomerWritesAsDeclaredAndNoMore() {
        Interaction said = aMessage()
                .from(party("7", null, null, NONE, NONE))
                .saying("I am ann@example.org and wrote to support@acme.example")
                .content();
        Message message = (Message) normalised(sourceOf("support@acme.example"), new Mapped(said));

        assertThat(message.author().written()).extracting(Identifier::value).containsExactly("ann@example.org");
        assertThat(message.author().identifiers()).extracting(Identifier::type).containsExactly(IdentifierType.ID);
    }

    @Test
    void takesNothingFromWhatWeWrite() {
        assertThat(aMessage()
                        .from("agent")
                        .outbound()
                        .saying("write to ann@example.org")
                        .report()
                        .author()
                        .written())
                .isEmpty();
    }

    @Test
    void takesTwoPeopleOfOneNameInTwoConversationsForTwo() {
        Party nameOnly = party(null, null, "Ann", NONE, NONE);

        Person here = aMessage().from(nameOnly).in("c1").report().author();
        assertThat(here.key())
                .isNotEqualTo(
                        aMessage().from(nameOnly).in("c2").report().author().key());
        assertThat(here.key())
                .isEqualTo(aMessage()
                        .withId("m2")
                        .from(nameOnly)
                        .in("c1")
                        .report()
                        .author()
                        .key());
        assertThat(here.identifiers()).isEmpty();
    }

    @Test
    void takesNoNobodyForAnybody() {
        assertThat(aMessage()
                        .from(party(" ", "", " ", List.of(" "), List.of("")))
                        .report()
                        .author())
                .isNull();
        assertThat(aMessage().from((Party) null).report().author()).isNull();
        assertThat(aMessage().profileOf(party(null, null, null, NONE, NONE))).isInstanceOf(Refused.class);
    }

    @Test
    void scopesIdsByAccountWhereThePlatformDoes() {
        Party ann = party("7", null, null, NONE, NONE);

        assertThat(person(source(IdScope.ACCOUNT, "@acme"), ann).key())
                .isNotEqualTo(person(source(IdScope.ACCOUNT, "@acme2"), ann).key());
        assertThat(person(source(IdScope.CHANNEL, "@acme"), ann).key())
                .isEqualTo(person(source(IdScope.CHANNEL, "@acme2"), ann).key());
        assertThat(person(source(IdScope.ACCOUNT, "@acme"), ann).identifiers())
                .containsExactly(Identifier.id("x/@acme", "7"));
        assertThat(person(source(IdScope.CHANNEL, "@acme"), ann).identifiers())
                .containsExactly(Identifier.id("x", "7"));
    }

    @Test
    void joinsScopesByTheIdsThatReachFurther() {
        Party ann = new Party("7", null, null, NONE, NONE, null, Map.of("unionid", "u-1"));

        assertThat(person(source(IdScope.ACCOUNT, "@acme"), ann).identifiers())
                .contains(Identifier.id("x.unionid", "u-1"));
    }

    @Test
    void readsNumbersWithTheRegionOfTheSource() {
        Person ann = aMessage()
                .from(party("7", null, null, NONE, List.of("(202) 555-0143", "12")))
                .report()
                .author();

        assertThat(ann.identifiers())
                .filteredOn(it -> it.type() == IdentifierType.PHONE)
                .extracting(Identifier::value, Identifier::usable)
                .containsExactly(tuple("+12025550143", true), tuple("12", false));
    }

    @Test
    void takesHandlesAndIdsForThePlatformsWordEvenInAProfile() {
        Person ann =
                ((PersonNews) aMessage().profileOf(party("7", "@ann", null, List.of("a@example.org"), NONE))).person();

        assertThat(ann.identifiers())
                .allSatisfy(it -> assertThat(ann.gradeOf(it))
                        .isEqualTo(it.type() == IdentifierType.EMAIL ? Grade.DECLARED : Grade.CHANNEL));
    }

    @Test
    void takesAClaimForProved() {
        Person ann = ((PersonNews) aMessage().claimOf(party("7", null, null, List.of("a@example.org"), NONE))).person();

        assertThat(ann.identifiers()).allMatch(it -> ann.gradeOf(it) == Grade.VERIFIED);
    }

    @Test
    void takesAProfileWithoutATimeForOneOfTheMomentItLanded() {
        Normalised news = normalised(
                source(IdScope.CHANNEL, "@acme"),
                new Mapped(new Profile(party("7", null, "Ann", NONE, NONE), null, null)));

        assertThat(((PersonNews) news).person().at()).isEqualTo("2026-01-31T23:00");
    }

    @Test
    void refusesAKeyThatIsTooLongAndSaysWhich() {
        assertThat(refusal(aMessage().withId("x".repeat(501)).content()).reason())
                .isEqualTo("the field 'id' is longer than 500 characters");
        assertThat(refusal(aMessage()
                                .from(party("x".repeat(501), null, null, NONE, NONE))
                                .content())
                        .reason())
                .isEqualTo("the field 'party.id' is longer than 500 characters");
    }

    @Test
    void cutsNamesThatAreTooLong() {
        Person ann = aMessage()
                .from(party("7", "h".repeat(300), "n".repeat(254) + "😀", NONE, NONE))
                .report()
                .author();

        assertThat(ann.handle()).hasSize(190);
        assertThat(ann.name()).isEqualTo("n".repeat(254));
    }

    private static SourceDefinition source(IdScope scope, String account) {
        SourceDefinition any = Said.source("inbox");
        return new SourceDefinition(
                any.source(), any.channel(), account, "US", any.zone(), scope, any.extract(), any.mapping());
    }

    private static SourceDefinition sourceOf(String account) {
        return source(IdScope.CHANNEL, account);
    }

    private static Person person(SourceDefinition source, Party party) {
        return message(source, party).recipients().get(0);
    }

    private static Message message(SourceDefinition source, Party recipient) {
        return (Message)
                normalised(source, new Mapped(aMessage().toParties(recipient).content()));
    }

    private static Refused refusal(Interaction content) {
        return (Refused) normalised(Said.source("inbox"), new Mapped(content));
    }

    private static Normalised normalised(SourceDefinition source, MappedRecord record) {
        return new Normaliser().process(new Read(source, new Position(1, 1, 0), Said.at("23:00:00"), record));
    }
}
