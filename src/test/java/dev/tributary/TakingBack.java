package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.CommandLineRun.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A steward takes back what the first night of the samples did, and the second night leaves it so; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TakingBack {

    private static final String FIRST_POST = "2051205485687734273";

    private Installation installation;
    private Ended unlinked;
    private Ended unlinkedAgain;
    private Ended merged;
    private Ended moved;
    private List<String> annasStoryAtOnce;
    private Ended nextNight;

    abstract Installation installedIn(Path home);

    @BeforeAll
    void twoNights(@TempDir Path home) {
        installation = installedIn(home);
        assertThat(installation.tributary("sync", "--date", "2026-05-31").exitCode())
                .isZero();
        unlinked =
                installation.tributary("unlink", "x:@anna_trail", "C001", "--reason", "a namesake", "--actor", "mia");
        unlinkedAgain = installation.tributary("unlink", "x:@anna_trail", "C001");
        annasStoryAtOnce = story("C001");
        merged = installation.tributary("--json", "merge", "C005", "C003", "--actor", "mia");
        moved = installation.tributary("--json", "move", "x:2051209881318326273", "--to", "C003", "--actor", "mia");
        installation.change("UPDATE interaction SET body = 'An edit', edited_at = occurred_at, changed_run ="
                + " (SELECT MAX(id) + 1 FROM sync_run) WHERE native_id IN ('" + FIRST_POST
                + "', '2051209881318326273')");
        nextNight = installation.tributary("sync", "--date", "2026-06-01");
    }

    @Test
    void saysWhatLeftTheTimelineAndHowToTakeThatBack() {
        assertThat(unlinked.err()).isEmpty();
        assertThat(unlinked.exitCode()).isZero();
        assertThat(unlinked.out().lines())
                .containsExactly(
                        "Participant " + anna() + " (x anna_trail) is not C001. 4 messages left a timeline,"
                                + " 1 address or number forgotten.",
                        "Take it back with: tributary link " + anna() + " C001");
        assertThat(unlinkedAgain.exitCode()).isZero();
        assertThat(unlinkedAgain.out())
                .isEqualToNormalizingNewlines(
                        "Already so: Participant " + anna() + " (x anna_trail) is not C001. Nothing was changed.\n");
    }

    @Test
    void leavesTheOtherChannelsOnTheTimeline() {
        assertThat(annasStoryAtOnce).containsExactly("phone", "helpdesk", "helpdesk", "helpdesk");
    }

    @Test
    void doesNotBringTheLinkBackInTheNextNight() {
        assertThat(nextNight.err()).isEmpty();
        assertThat(nextNight.exitCode()).isZero();
        assertThat(story("C001")).isEqualTo(annasStoryAtOnce);
        assertThat(installation.rows(
                        "SELECT status, actor, retracted_by, retracted_for FROM link WHERE participant_id = " + anna()))
                .containsExactly("RETRACTED | tributary | mia | a namesake");
        assertThat(installation.rows("SELECT outcome FROM participant_match WHERE participant_id = " + anna()))
                .doesNotContain("LINKED");
    }

    @Test
    void putsNoEditOfAnUnlinkedParticipantOnTheContact() {
        assertThat(installation.rows("SELECT body FROM interaction WHERE native_id = '" + FIRST_POST + "'"))
                .containsExactly("An edit");
        assertThat(installation.rows("SELECT contact FROM crm_timeline t JOIN interaction i ON i.id = t.interaction"
                        + " WHERE i.native_id = '" + FIRST_POST + "'"))
                .isEmpty();
    }

    @Test
    void showsBothStoriesUnderTheSurvivorAndResolvesTheOtherId() {
        assertThat(merged.exitCode()).as(merged.err()).isZero();
        assertThat(merged.json().path("changed").asBoolean()).isTrue();
        assertThat(merged.json().path("entriesAdded").asInt()).isEqualTo(5);
        assertThat(merged.json().path("entriesRemoved").asInt()).isEqualTo(5);
        assertThat(merged.json().path("takeBack").asString()).isEqualTo("tributary unmerge C005");
        assertThat(story("C005")).isEmpty();
        assertThat(story("C003")).contains("whatsapp", "facebook");
        assertThat(installation.rows("SELECT resolves_to FROM crm_contact_resolved WHERE contact = 'C005'"))
                .containsExactly("C003");
    }

    @Test
    void leavesAMessageThatWasMovedWhereItIsWithItsEdit() {
        assertThat(moved.exitCode()).as(moved.err()).isZero();
        assertThat(installation.rows("SELECT contact, text FROM crm_timeline t JOIN interaction i"
                        + " ON i.id = t.interaction WHERE i.native_id = '2051209881318326273'"))
                .containsExactly("C003 | An edit");
    }

    @Test
    void refusesWhomItDoesNotKnowAndChangesNothing() {
        Contents before = installation.everything();
        Ended nobody = installation.tributary("unlink", "nobody@example.org", "C001");
        Ended noContact = installation.tributary("link", "x:@anna_trail", "C999");
        Ended noContactToMerge = installation.tributary("merge", "C001", "C999");
        Ended noMessage = installation.tributary("move", "x:1", "--to", "C001");
        Ended neither = installation.tributary("move", "x:1");

        assertThat(List.of(nobody, noContact, noContactToMerge, noMessage, neither))
                .allSatisfy(it -> assertThat(it.exitCode()).isEqualTo(2))
                .allSatisfy(it -> assertThat(it.out()).isEmpty());
        assertThat(nobody.err())
                .startsWith("There is no such participant; give")
                .doesNotContain("nobody@");
        assertThat(noContact.err()).startsWith("There is no contact with the id 'C999'");
        assertThat(before.changesUntil(installation.everything())).isEmpty();
    }

    private String anna() {
        return installation
                .rows("SELECT id FROM participant WHERE channel = 'x' AND handle IN ('anna_trail', '@anna_trail')")
                .get(0);
    }

    private List<String> story(String contact) {
        return installation.rows("SELECT channel FROM crm_timeline WHERE contact = '" + contact + "' ORDER BY at_utc");
    }
}
