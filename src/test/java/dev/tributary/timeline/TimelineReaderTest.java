package dev.tributary.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.interaction.Attachment;
import dev.tributary.interaction.Direction;
import dev.tributary.testing.TestDatabase;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class TimelineReaderTest {

    private static final LocalDateTime MAY = LocalDateTime.of(2026, 5, 4, 8, 0);
    private static final int WHOLE = 1000;

    @Parameter
    TestDatabase database;

    private StoriesInTables stories;
    private TimelineReader reader;
    private EpisodeReader episodes;
    private long ann;
    private long bo;

    @BeforeEach
    void annAndBo() {
        stories = new StoriesInTables(database);
        reader = database.bean(TimelineReader.class);
        episodes = database.bean(EpisodeReader.class);
        ann = stories.contact("ann");
        bo = stories.contact("bo");
    }

    @Test
    void readsEachMessageOnceInBothOrdersThoughManyAreOfOneSecond() {
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            said.add(stories.said(ann, "x", "INBOUND", MAY.plusSeconds(i / 5), 1, "Words " + i));
            stories.said(bo, "x", "INBOUND", MAY.plusSeconds(i / 5), 1, "Of somebody else");
        }
        assertThat(allParts(TimelineOrder.OLDEST)).isEqualTo(said);
        Collections.reverse(said);
        assertThat(allParts(TimelineOrder.NEWEST)).isEqualTo(said);
    }

    @Test
    void readsOnlyWhatTheFilterLetsThrough() {
        long post = stories.said(ann, "x", "INBOUND", MAY, 1, "The zip!");
        long call = stories.said(ann, "phone", "OUTBOUND", MAY.plusHours(1), 1, null);
        long thanks = stories.said(ann, "x", "OUTBOUND", MAY.plusDays(1), 1, "Thank you");

        assertThat(numbers(new TimelineFilter("x", null, null, null, null))).containsExactly(thanks, post);
        assertThat(numbers(new TimelineFilter("x", "@acme", Direction.OUTBOUND, null, null)))
                .containsExactly(thanks);
        assertThat(numbers(new TimelineFilter(null, "@other", null, null, null)))
                .isEmpty();
        assertThat(numbers(new TimelineFilter(null, null, null, MAY.plusHours(1), MAY.plusDays(1))))
                .containsExactly(call);
    }

    @Test
    void tellsOfADeletedMessageOnlyThatItWasDeleted() {
        long secret = stories.said(ann, "x", "INBOUND", MAY, 1, "Secret");
        stories.change(secret, "attachments", "[{\"name\":\"secret.pdf\"}]");
        stories.change(secret, "html", "<b>Secret</b>");
        stories.change(secret, "deleted_at", MAY.plusHours(1));

        TimelineEntry entry = reader.whole(ann, secret).orElseThrow().entry();
        assertThat(entry.deletedAt()).isEqualTo(MAY.plusHours(1));
        assertThat(entry.subject()).isNull();
        assertThat(entry.text()).isNull();
        assertThat(entry.url()).isNull();
        assertThat(entry.attachments()).isEmpty();
        assertThat(reader.whole(ann, secret).orElseThrow().html()).isNull();
    }

    @Test
    void showsFilesAndEditsAndThatThereIsMoreText() {
        long mail = stories.said(ann, "mail", "INBOUND", MAY, 1, "ab😀cd");
        stories.change(mail, "attachments", "[{\"name\":\"zip.jpg\",\"mediaType\":\"image/jpeg\",\"bytes\":120}]");
        stories.change(mail, "edited_at", MAY.plusHours(2));
        stories.change(mail, "html", "<b>ab</b>");

        TimelineEntry entry = reader.entries(ann, TimelineFilter.NONE, TimelineOrder.NEWEST, null, 5, 3)
                .items()
                .get(0);
        assertThat(entry.text()).startsWith("ab").doesNotContain("c");
        assertThat(Character.isHighSurrogate(entry.text().charAt(entry.text().length() - 1)))
                .isFalse();
        assertThat(entry.cut()).isTrue();
        assertThat(entry.editedAt()).isEqualTo(MAY.plusHours(2));
        assertThat(entry.attachments()).containsExactly(new Attachment(null, "zip.jpg", "image/jpeg", 120L));
        TimelineReader.Whole whole = reader.whole(ann, mail).orElseThrow();
        assertThat(whole.entry().text()).isEqualTo("ab😀cd");
        assertThat(whole.entry().cut()).isFalse();
        assertThat(whole.html()).isEqualTo("<b>ab</b>");
    }

    @Test
    void givesNoMessageOfSomebodyElse() {
        long hers = stories.said(bo, "x", "INBOUND", MAY, 1, "Not for Ann");
        assertThat(reader.whole(ann, hers)).isEmpty();
        assertThat(reader.accounts(ann)).isEmpty();
        assertThat(reader.accounts(bo)).containsExactly(new TimelineReader.Account("x", "@acme"));
    }

    @Test
    void foldsWhatBelongsTogetherAcrossChannelsTheLatestFirst() {
        stories.said(ann, "x", "INBOUND", MAY, 1, "The zip!");
        stories.said(ann, "sms", "INBOUND", MAY.plusMinutes(10), 2, "Another matter");
        stories.said(ann, "phone", "OUTBOUND", MAY.plusMinutes(20), 1, null);
        stories.said(ann, "x", "INBOUND", MAY.plusMinutes(30), 1, "Thank you");

        List<Episode> found =
                episodes.episodes(ann, TimelineFilter.NONE, null, 5, WHOLE).items();
        assertThat(found).hasSize(2);
        Episode zip = found.get(0);
        assertThat(zip.channels()).containsExactly("x", "phone");
        assertThat(zip.messages()).isEqualTo(3);
        assertThat(zip.firstAt()).isEqualTo(MAY);
        assertThat(zip.lastAt()).isEqualTo(MAY.plusMinutes(30));
        assertThat(zip.subject()).isEqualTo("A subject");
        assertThat(zip.firstWords()).isEqualTo("The zip!");
        assertThat(zip.entries()).extracting(TimelineEntry::text).containsExactly("The zip!", null, "Thank you");
        assertThat(found.get(1).channels()).containsExactly("sms");
    }

    @Test
    void readsEachEpisodeOnceThoughManyEndAtOneTime() {
        for (int i = 1; i <= 23; i++) {
            stories.said(ann, "x", "INBOUND", MAY.plusSeconds(i / 5), i, "Words " + i);
        }
        List<String> all = new ArrayList<>();
        String next = null;
        do {
            Page<Episode> page = episodes.episodes(ann, TimelineFilter.NONE, next, 5, WHOLE);
            page.items().forEach(it -> all.add(it.firstWords()));
            next = page.next();
        } while (next != null);
        assertThat(all)
                .hasSize(23)
                .doesNotHaveDuplicates()
                .startsWith("Words 23")
                .endsWith("Words 1");
    }

    @Test
    void showsTheFirstFiftyOfALongEpisodeAndTheOthersAfterThem() {
        for (int i = 1; i <= 120; i++) {
            stories.said(ann, "x", "INBOUND", MAY.plusSeconds(i / 2), 1, "Words " + i);
        }
        Episode episode = episodes.episodes(ann, TimelineFilter.NONE, null, 5, WHOLE)
                .items()
                .get(0);
        List<String> all = new ArrayList<>();
        episode.entries().forEach(it -> all.add(it.text()));
        assertThat(all).hasSize(50);
        String next = episode.next();
        while (next != null) {
            Page<TimelineEntry> more = episodes.messages(ann, episode.id(), TimelineFilter.NONE, next, WHOLE);
            more.items().forEach(it -> all.add(it.text()));
            next = more.next();
        }
        assertThat(all)
                .hasSize(120)
                .doesNotHaveDuplicates()
                .startsWith("Words 1")
                .endsWith("Words 120");
        assertThat(episode.messages()).isEqualTo(120);
    }

    @Test
    void anEpisodeHasOnlyWhatTheFilterLetsThrough() {
        stories.said(ann, "x", "INBOUND", MAY, 1, "The zip!");
        stories.said(ann, "phone", "OUTBOUND", MAY.plusMinutes(20), 1, "We called");
        stories.said(ann, "sms", "INBOUND", MAY.plusMinutes(30), 2, "Another matter");

        List<Episode> found = episodes.episodes(
                        ann, new TimelineFilter("phone", null, null, null, null), null, 5, WHOLE)
                .items();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).messages()).isEqualTo(1);
        assertThat(found.get(0).channels()).containsExactly("phone");
        assertThat(found.get(0).entries()).extracting(TimelineEntry::text).containsExactly("We called");
    }

    @Test
    void refusesACursorOrAnEpisodeThatNobodyGave() {
        assertThatExceptionOfType(WrongCursor.class)
                .isThrownBy(() -> reader.entries(
                        ann, TimelineFilter.NONE, TimelineOrder.NEWEST, new Cursor("anna", 1).text(), 5, WHOLE));
        assertThatExceptionOfType(WrongCursor.class)
                .isThrownBy(() -> episodes.messages(ann, "no hex", TimelineFilter.NONE, null, WHOLE));
    }

    private List<Long> numbers(TimelineFilter filter) {
        return reader.entries(ann, filter, TimelineOrder.NEWEST, null, 10, WHOLE).items().stream()
                .map(TimelineEntry::number)
                .toList();
    }

    private List<Long> allParts(TimelineOrder order) {
        List<Long> all = new ArrayList<>();
        String next = null;
        do {
            Page<TimelineEntry> page = reader.entries(ann, TimelineFilter.NONE, order, next, 5, WHOLE);
            page.items().forEach(it -> all.add(it.number()));
            next = page.next();
        } while (next != null);
        return all;
    }
}
