package dev.tributary.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.run.RunState;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told how a run ended, as the job's file says it. */
class NotifyTest {

    private static final String JOB = "job: nightly-sync\nsources: [x-mentions]\n";

    @TempDir
    private Path folder;

    private HomeFolder home(String notify) {
        return HomeFolder.at(folder).with("jobs/nightly-sync.yaml", JOB + "notify: " + notify + "\n");
    }

    private Notify told(String notify) {
        return home(notify).load().job("nightly-sync").told();
    }

    @Test
    void tellsNobodyUnlessSomebodyIsNamed() {
        assertThat(HomeFolder.at(folder).load().job("nightly-sync").told()).isEqualTo(Notify.NOBODY);
    }

    @Test
    void tellsEverythingButANightThatCompletedWhereNothingElseIsSaid() {
        assertThat(told("{ mail: { to: [night@example.org] } }").mail())
                .isEqualTo(new Notify.Mail(
                        List.of("night@example.org"),
                        null,
                        Set.of(RunState.FAILED, RunState.HELD, RunState.PARTIAL, RunState.STOPPED)));
    }

    @Test
    void readsEveryKey() {
        assertThat(told("""
                        { mail: { to: [a@example.org, "${NIGHT_MAIL}"], from: t@example.org, on: [failed] }, by: "06:30",
                          webhook: { url: "${SLACK_URL}", on: [completed, held] }, heartbeat: "https://hc.example/${HC_ID}" }"""))
                .isEqualTo(new Notify(
                        new Notify.Mail(
                                List.of("a@example.org", "${NIGHT_MAIL}"), "t@example.org", Set.of(RunState.FAILED)),
                        new Notify.Webhook("${SLACK_URL}", Set.of(RunState.COMPLETED, RunState.HELD)),
                        LocalTime.of(6, 30),
                        "https://hc.example/${HC_ID}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                          | notify: tells nobody; write mail: { to: [night@example.org] }, or webhook or heartbeat
            { mail: { to: [] } }                        | notify.mail.to: names nobody; write to: [night@example.org]
            { mail: { to: [the team] } }                | notify.mail.to: 'the team' is no e-mail address; write one such as night@example.org
            { mail: { to: [a@b.example], from: me } }   | notify.mail.from: 'me' is no e-mail address; write one such as night@example.org
            { mail: { to: [a@b.example], on: [fail] } } | notify.mail.on: 'fail' is not known; use one of completed, failed, held, partial, stopped
            { mail: { to: [a@b.example], cc: x } }      | notify.mail.cc: is no key that is known here; use one of from, on, to
            { webhook: { url: https://h.example/T1 } }  | notify.webhook.url: holds a secret itself; write "${NAME}" and put the secret into the environment variable NAME
            { heartbeat: https://hc.example/1 }         | notify.heartbeat: holds a secret itself; write "${NAME}" and put the secret into the environment variable NAME
            { webhook: { url: "${U}" }, by: 6am }       | notify.by: '6am' cannot be used; write hour and minute in quotes: "06:30"
            { heartbeat: "${U}", by: "06:30" }          | notify.by: tells nobody of a night that is late; write mail or webhook beside it
            """)
    void saysWhatIsWrongAndHowToMendIt(String notify, String problem) {
        assertThat(home(notify).problems()).first().isEqualTo("jobs/nightly-sync.yaml:3: " + problem);
    }
}
