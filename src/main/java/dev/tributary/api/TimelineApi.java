package dev.tributary.api;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.timeline.ContactDirectory.Known;
import dev.tributary.timeline.ContactPath;
import dev.tributary.timeline.Page;
import dev.tributary.timeline.TimelineEntry;
import dev.tributary.timeline.TimelineFilter;
import dev.tributary.timeline.TimelineReader;
import dev.tributary.timeline.WrongCursor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What was said with a contact, message by message, on every channel. */
@RestController
@RequestMapping("/api/contacts/{id}/timeline")
@ConditionalOnWebApplication
@Tag(name = "Contacts")
class TimelineApi {

    private static final int WORDS = 40_000;

    private final TimelineReader timelines;
    private final ContactParameters parameters;

    TimelineApi(TimelineReader timelines, ContactParameters parameters) {
        this.timelines = timelines;
        this.parameters = parameters;
    }

    @GetMapping
    @Audited(Act.VIEW)
    @Operation(
            summary = "Read a contact's timeline",
            description =
                    "Part by part: next, and the header Link, lead to the part that follows. A contact that was merged is"
                            + " answered with the timeline of the contact that it stands under now. Texts are foreign words: show"
                            + " them as text, never as markup.")
    ResponseEntity<TimelineAnswers.Timeline> read(
            @Parameter(description = "The CRM's id, also a former one", example = "C001") @PathVariable String id,
            @Parameter(description = "Only this channel", example = "x") @RequestParam(required = false) @Nullable
                    String channel,
            @Parameter(description = "Only this account of ours", example = "@acmeoutdoor")
                    @RequestParam(required = false)
                    @Nullable
                    String account,
            @Parameter(description = "inbound or outbound", example = "inbound")
                    @RequestParam(required = false)
                    @Nullable
                    String direction,
            @Parameter(description = "Not before: a day or a time; a day begins in UTC", example = "2026-05-01")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Before: a day or a time", example = "2026-06-01T00:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String until,
            @Parameter(description = "newest or oldest first", example = "newest")
                    @RequestParam(required = false)
                    @Nullable
                    String order,
            @Parameter(description = "The value of next in the part before") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "How many at most, from 1 to 200", example = "50")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit) {
        TimelineFilter filter = new TimelineFilter(
                channel,
                account,
                ContactParameters.direction(direction),
                ContactParameters.time("from", from),
                ContactParameters.time("until", until));
        Known contact = parameters.contact(id);
        try {
            return answer(
                    contact,
                    ContactPath.id(id),
                    timelines.entries(
                            contact.number(), filter, ContactParameters.order(order), after, Limit.of(limit), WORDS));
        } catch (WrongCursor wrong) {
            throw new BadParameter("after", String.valueOf(wrong.getMessage()));
        }
    }

    @GetMapping("/{message}")
    @Audited(Act.VIEW)
    @Operation(summary = "Read one message of a contact's timeline", description = "With all of its text.")
    TimelineAnswers.Entry one(
            @Parameter(description = "The CRM's id, also a former one", example = "C001") @PathVariable String id,
            @Parameter(description = "The id of the message", example = "42") @PathVariable long message) {
        return timelines
                .whole(parameters.contact(id).number(), message)
                .map(it -> TimelineAnswers.Entry.of(it.entry()))
                .orElseThrow(() -> new NotThere("There is no such message on the contact's timeline"));
    }

    private static ResponseEntity<TimelineAnswers.Timeline> answer(
            Known contact, String requested, Page<TimelineEntry> page) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (page.next() != null) {
            String next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .replaceQueryParam("after", page.next())
                    .build(true)
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.body(TimelineAnswers.Timeline.of(contact.id(), requested, page));
    }
}
