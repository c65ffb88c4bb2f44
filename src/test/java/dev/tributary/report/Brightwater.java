package dev.tributary.report;

import static dev.tributary.interaction.Direction.INBOUND;
import static dev.tributary.interaction.Direction.OUTBOUND;

import dev.tributary.run.Outcome;
import dev.tributary.run.RunState;
import java.time.LocalDateTime;
import java.util.Map;

/** A night at Brightwater, a made-up maker of water filters: four sources, one of which fails. */
final class Brightwater {

    static final String FORMULA = "=cmd|' /C calc'!A0";
    static final String SCRIPT = "<script>alert('ann')</script>";

    final Records records;
    final long run;

    private Brightwater(Records records) {
        this.records = records;
        records.run(RunState.COMPLETED);
        this.run = records.run(RunState.RUNNING);
    }

    static Brightwater on(Records records) {
        Brightwater night = new Brightwater(records);
        night.sources();
        night.matches();
        night.reviews();
        night.unmatched();
        night.conversations();
        records.waitsAreTold();
        night.quarantine();
        return night;
    }

    private void sources() {
        records.source(run, "x-mentions", RunState.COMPLETED, null, null);
        records.counts(
                run,
                "x-mentions",
                Map.of(Outcome.NEW, 1180, Outcome.UPDATED, 37, Outcome.UNCHANGED, 212, Outcome.FILTERED, 64));
        records.count(run, "x-mentions", 1, "READ", 500);
        records.count(run, "x-mentions", 1, Outcome.NEW.name(), 500);
        records.source(run, "line-inbox", RunState.COMPLETED, null, null);
        records.counts(run, "line-inbox", Map.of(Outcome.NEW, 640, Outcome.DUPLICATE, 12, Outcome.SUPPRESSED, 3));
        records.source(run, "helpdesk-export", RunState.COMPLETED, null, null);
        records.counts(
                run,
                "helpdesk-export",
                Map.of(Outcome.NEW, 90, Outcome.UPDATED, 8, Outcome.DUPLICATE, 641, Outcome.QUARANTINED, 3));
        records.source(
                run, "facebook-page", RunState.FAILED, "UNAUTHORIZED", "The page token was refused (401) " + SCRIPT);
        records.counts(run, "facebook-page", Map.of(Outcome.NEW, 25));
    }

    private void matches() {
        long ann = records.contact("C001", "Ann Holloway", "Holloway & Sons");
        long bo = records.contact("C-1002", "Bo Lindqvist", null);
        long chen = records.contact("C-1003", "陈美玲", "Jade Garden");
        records.link(records.customer("line", "@ann.h", "Ann 🌊"), ann, "INFERRED", "same-email", """
                [{"type":"EMAIL","value":"ann@example.com","raw":"Ann@Example.com","grade":"CHANNEL","contacts":1}]""", "tributary", 1L);
        records.link(
                records.customer("x", "@bo_l", FORMULA),
                bo,
                "INFERRED",
                "same-email+same-phone",
                """
                [{"type":"EMAIL","value":"bo@example.org","raw":"bo@example.org","grade":"VERIFIED","contacts":1},
                 {"type":"PHONE","value":"+46701740605","raw":"070-174 06 05","grade":"CHANNEL","contacts":2}]""",
                "tributary",
                run);
        records.link(
                records.customer("wechat", "meiling", "美玲"), chen, "ASSERTED", "verdict", "[]", "dana.steward", run);
        records.link(records.customer("x", "@notbo", "Bo?"), bo, "RETRACTED", "same-handle", "not json", "dana", null);
    }

    private void reviews() {
        long holloway = records.contact("C-2001", "Eve Holloway", "Holloway & Sons");
        long family = records.contact("C-2002", "Ed Holloway", "Holloway & Sons");
        long doubtful =
                records.review(records.customer("facebook", "e.holloway", "E. Holloway"), "AMBIGUOUS_IDENTIFIER", run);
        records.candidate(doubtful, holloway, "EMAIL", "family@holloway.example");
        records.candidate(doubtful, family, "EMAIL", "family@holloway.example");
        records.review(records.customer("x", "@moved", "Kim"), "EVIDENCE_GONE", run);
    }

    private void unmatched() {
        for (int i = 1; i <= 7; i++) {
            records.stands(records.customer("x", "@guest" + i, "Guest " + i), "UNMATCHED", "NO_IDENTIFIER", run);
        }
        long lee = records.customer("line", "lee", SCRIPT);
        records.identifier(lee, "EMAIL", "lee@example.net", "CHANNEL", true);
        records.identifier(lee, "PHONE", "+81312345678", "DECLARED", false);
        records.stands(lee, "UNMATCHED", "NOT_IN_CRM", run);
        records.stands(records.customer("x", "@noreply", "+1 for you"), "UNMATCHED", "ONLY_BLOCKED", run);
        records.stands(records.participant("x", "@bystander", "By Stander", 0), "UNMATCHED", "NO_IDENTIFIER", run);
        records.participant("x", "@brightwater", "Brightwater", 2);
    }

    private void conversations() {
        LocalDateTime noon = LocalDateTime.of(2026, 3, 13, 12, 0);
        for (int i = 0; i < 20; i++) {
            LocalDateTime asked = noon.plusHours(i);
            String channel = i % 3 == 0 ? "line" : i % 3 == 1 ? "x" : "facebook";
            long question = records.message(channel, "q" + i, "talk" + i, asked, INBOUND);
            records.witness(question, channel + "-inbox", 4, i + 1, run);
            if (i % 5 != 4) {
                records.message(channel, "a" + i, "talk" + i, asked.plusMinutes(3L + 7L * i), OUTBOUND);
            }
            if (i % 6 == 0) {
                records.witness(question, "helpdesk-export", 17, 100 + i, run);
            }
        }
    }

    private void quarantine() {
        records.quarantined("helpdesk-export", 41, "NOT_MAPPED", "The field created_at is missing", null);
        records.quarantined("helpdesk-export", 97, "NOT_MAPPED", "The field created_at is missing", null);
        records.quarantined("helpdesk-export", 98, "INVALID_RECORD", "direction: sideways is no direction", null);
        records.quarantined("helpdesk-export", 12, "UNREADABLE", "Unexpected end of input", 1L);
    }
}
