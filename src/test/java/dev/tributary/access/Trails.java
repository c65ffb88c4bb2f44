package dev.tributary.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.testing.TestDatabase;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit trail in its tables; the same on every database. */
abstract class Trails {

    private final TestDatabase database;

    Trails(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void startWithAnEmptyTrail() {
        database.jdbc().update("DELETE FROM audit_entry");
        database.jdbc().update("UPDATE audit_head SET number = 0, hash = '" + AuditEntry.NONE + "' WHERE id = 1");
    }

    @Test
    void anEmptyTrailHolds() {
        assertThat(trail().verify(null)).isEqualTo(new Verified(0, AuditEntry.NONE, null, null));
    }

    @Test
    void keepsWhatWasDoneWithEmojiAndAllAndVerifiesIt() {
        trail().append(new Deed("mia😀", "STEWARD", Act.VIEW.name(), "GET /contacts/7", 200, "192.0.2.0/24"));
        trail().append(Deed.command("ops", Act.DECISION, "link 12 C-1001"));

        Verified verified = trail().verify(null);

        assertThat(verified.holds()).isTrue();
        assertThat(verified.entries()).isEqualTo(2);
        assertThat(trail().newest(null, null, null, Long.MAX_VALUE, 10))
                .extracting(it -> it.number() + " " + it.deed())
                .containsExactly(
                        "2 Deed[actor=ops, roles=, act=DECISION, what=link 12 C-1001, status=0, address=]",
                        "1 Deed[actor=mia😀, roles=STEWARD, act=VIEW, what=GET /contacts/7, status=200, address=192.0.2.0/24]");
        assertThat(trail().verify(verified.newestHash()).holds()).isTrue();
        assertThat(trail().verify("0123").fault()).contains("written anew");
    }

    @Test
    void neverForksWhereManyAppendAtOnce() throws InterruptedException {
        ExecutorService many = Executors.newFixedThreadPool(8);
        IntStream.range(0, 200)
                .forEach(number ->
                        many.execute(() -> trail().append(Deed.command("mia", Act.VIEW, "GET /contacts/" + number))));
        many.shutdown();
        assertThat(many.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(trail().verify(null)).returns(200L, Verified::entries).returns(true, Verified::holds);
        assertThat(database.rows("SELECT COUNT(DISTINCT previous) AS n FROM audit_entry"))
                .first()
                .asString()
                .contains("200");
    }

    @Test
    void saysWhichEntryWasChangedTakenOutOrCutOff() {
        IntStream.range(0, 5).forEach(it -> trail().append(Deed.command("mia", Act.VIEW, "GET /contacts/" + it)));

        for (String harm : List.of(
                "UPDATE audit_entry SET actor = 'tom' WHERE number = 3",
                "UPDATE audit_entry SET act = 'SOMETHING' WHERE number = 3",
                "DELETE FROM audit_entry WHERE number = 3",
                "DELETE FROM audit_entry WHERE number >= 3")) {
            database.transaction().executeWithoutResult(status -> {
                database.jdbc().update(harm);
                // read in the transaction that is rolled back
                assertThat(trail().verify(null))
                        .as(harm)
                        .returns(3L, Verified::firstWrong)
                        .returns(2L, Verified::entries);
                status.setRollbackOnly();
            });
        }
        assertThat(trail().verify(null).holds()).isTrue();
    }

    @Test
    void findsAnEntryThatWasPutBehindTheNewestWithoutBeingAppended() {
        trail().append(Deed.command("mia", Act.VIEW, "GET /contacts/1"));
        AuditEntry newest = trail().newest(null, null, null, Long.MAX_VALUE, 1).get(0);
        AuditEntry forged = AuditEntry.after(
                newest.number(), newest.hash(), newest.at(), Deed.command("mia", Act.DECISION, "merge C-1 C-2"));
        database.jdbc()
                .update(
                        "INSERT INTO audit_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        forged.number(),
                        forged.at(),
                        "mia",
                        "",
                        "DECISION",
                        "merge C-1 C-2",
                        0,
                        "",
                        forged.previous(),
                        forged.hash());

        assertThat(trail().verify(null))
                .returns(2L, Verified::firstWrong)
                .returns("Entry 2 was put in: it was never appended", Verified::fault);
    }

    @Test
    void findsByActorByActAndPageByPage() {
        IntStream.range(0, 5).forEach(it -> trail().append(Deed.command("mia", Act.VIEW, "GET /contacts/" + it)));
        trail().append(Deed.command("tom", Act.DECISION, "merge C-1 C-2"));

        assertThat(trail().newest("tom", null, null, Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(trail().newest(null, Act.VIEW, null, 5, 2))
                .extracting(AuditEntry::number)
                .containsExactly(4L, 3L);
        assertThat(trail().newest(null, null, LocalDateTime.now(ZoneOffset.UTC).plusDays(1), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    private AuditTrail trail() {
        return database.bean(AuditTrail.class);
    }
}
