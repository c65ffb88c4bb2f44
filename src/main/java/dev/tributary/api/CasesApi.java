package dev.tributary.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.casework.Case;
import dev.tributary.casework.LikelihoodRange;
import dev.tributary.casework.OpenCases;
import dev.tributary.casework.Outcome;
import dev.tributary.casework.Place;
import dev.tributary.casework.QueueFilter;
import dev.tributary.casework.Undone;
import dev.tributary.casework.Verdict;
import dev.tributary.casework.Verdicts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The cases that wait for a person, what is answered, and how it is taken back. */
@RestController
@RequestMapping("/api/cases")
@ConditionalOnWebApplication
@Tag(name = "Cases", description = "The cases that wait for a person")
class CasesApi {

    private final OpenCases cases;
    private final Verdicts verdicts;

    CasesApi(OpenCases cases, Verdicts verdicts) {
        this.cases = cases;
        this.verdicts = verdicts;
    }

    /** @param next the cursor of the page that follows; left out on the last */
    record Cases(
            List<CaseDetail> cases,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    /** @param verdict its number */
    record Decided(
            Outcome.Status outcome,
            String message,
            @Nullable Long verdict) {}

    @GetMapping
    @Audited(Act.VIEW)
    @Operation(summary = "Open cases, those that matter most first")
    @ApiResponse(responseCode = "200", description = "A page of cases")
    @ApiResponse(responseCode = "400", description = "A parameter cannot be understood; the answer names it")
    Cases list(
            @Parameter(description = "'next' of the page before; left out for the first")
                    @RequestParam(required = false)
                    @Nullable
                    String after,
            @Parameter(description = "How many at most, from 1 to 200; 50 where left out")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit,
            @Parameter(description = "Only those with this code of a reason", example = "SHARED_IDENTIFIER")
                    @RequestParam(required = false)
                    @Nullable
                    String reason,
            @Parameter(description = "Only those of this channel", example = "whatsapp")
                    @RequestParam(required = false)
                    @Nullable
                    String channel,
            @Parameter(description = "Only those whose likeliest contact is so likely, in percent", example = "70-89")
                    @RequestParam(required = false)
                    @Nullable
                    String likelihood) {
        int most = Limit.of(limit);
        List<Case> found =
                cases.queue(new QueueFilter(channel, reason, null, likelihood(likelihood)), place(after), most + 1);
        List<Case> page = found.stream().limit(most).toList();
        String next = found.size() > most ? Cursor.of(page.get(most - 1).place().toString()) : null;
        return new Cases(page.stream().map(CaseDetail::of).toList(), next);
    }

    @GetMapping("/{id}")
    @Audited(Act.VIEW)
    @Operation(summary = "One case, open or not, with its stamp")
    @ApiResponse(responseCode = "200", description = "The case")
    @ApiResponse(responseCode = "404", description = "There is no such case")
    CaseDetail one(@Parameter(description = "The number of the case") @PathVariable long id) {
        return CaseDetail.of(found(id));
    }

    @PostMapping("/{id}/verdict")
    @Audited(Act.DECISION)
    @Operation(summary = "Answers a case")
    @ApiResponse(responseCode = "200", description = "It is so now, or was so before")
    @ApiResponse(responseCode = "409", description = "The evidence changed since, or another person decided otherwise")
    @ApiResponse(responseCode = "422", description = "The answer cannot be followed; the answer says why")
    @ApiResponse(responseCode = "503", description = "A run is under way; nothing was changed")
    Decided decide(
            @Parameter(description = "The number of the case") @PathVariable long id,
            @RequestBody VerdictRequest request,
            Principal who) {
        Outcome outcome = verdicts.decide(request.to(id), who.getName());
        if (!outcome.status().isFine()) {
            throw new NotDecided(outcome);
        }
        return new Decided(outcome.status(), outcome.message(), outcome.verdict());
    }

    @DeleteMapping("/{id}/verdict")
    @Audited(Act.DECISION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes back the last verdict that stands: all is as it was before it")
    @ApiResponse(responseCode = "204", description = "It is taken back")
    @ApiResponse(responseCode = "404", description = "There is no such case, or no verdict stands")
    @ApiResponse(responseCode = "409", description = "Something was decided since that rests on it")
    @ApiResponse(responseCode = "503", description = "A run is under way; nothing was changed")
    void undo(@Parameter(description = "The number of the case") @PathVariable long id, Principal who) {
        Verdict last = found(id).verdict();
        if (last == null) {
            throw new NotThere("No verdict stands on case " + id);
        }
        Undone undone = verdicts.undo(last.id(), who.getName());
        if (!undone.done()) {
            throw new NotDecided(new Outcome(id, Outcome.Status.CONFLICT, undone.message(), last.id()));
        }
    }

    private Case found(long id) {
        return cases.find(id).orElseThrow(() -> new NotThere("There is no case " + id));
    }

    private static @Nullable LikelihoodRange likelihood(@Nullable String range) {
        try {
            return range == null ? null : LikelihoodRange.of(range);
        } catch (IllegalArgumentException noRange) {
            throw new BadParameter("likelihood", "'likelihood' is a range in percent from 0 to 100, such as 70-89");
        }
    }

    private static @Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        try {
            return Place.of(Cursor.position(after));
        } catch (IllegalArgumentException noPlace) {
            throw new BadParameter("after", "'after' is no cursor of ours; pass on 'next' of the page before as it is");
        }
    }
}
