package dev.tributary.api;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.access.EmbedTickets;
import dev.tributary.timeline.ContactPath;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets for the timeline inside a page of the CRM. */
@RestController
@RequestMapping("/api/contacts/{id}/embed-ticket")
@ConditionalOnWebApplication
@Tag(name = "Contacts")
class TicketApi {

    private final EmbedTickets tickets;
    private final ContactParameters parameters;

    TicketApi(EmbedTickets tickets, ContactParameters parameters) {
        this.tickets = tickets;
        this.parameters = parameters;
    }

    /** What the frame in the CRM opens. */
    record Ticket(
            @Schema(description = "The CRM's id of the contact", example = "C001")
            String contact,

            @Schema(description = "What the frame opens within five minutes", example = "/embed/contacts/C001?ticket=…")
            String url) {}

    @PostMapping
    @Audited(Act.VIEW)
    @Operation(
            summary = "Get a ticket for the timeline inside the CRM",
            description =
                    "Opens the page of this contact alone, within five minutes and then for half an hour, without a cookie."
                            + " The CRM's server asks for it and puts url into a frame.")
    Ticket issue(
            @Parameter(description = "The CRM's id, also a former one", example = "C001") @PathVariable String id,
            @Parameter(hidden = true) Principal who) {
        String contact = parameters.contact(id).id();
        String segment = ContactPath.segment(contact);
        return new Ticket(
                contact, "/embed" + ContactPath.of(contact) + "?ticket=" + tickets.issue(segment, who.getName()));
    }
}
