package dev.tributary.api;

import dev.tributary.access.Act;
import dev.tributary.access.Audited;
import dev.tributary.timeline.ContactDirectory;
import dev.tributary.timeline.ContactPath;
import dev.tributary.timeline.ContactQuery;
import dev.tributary.timeline.ContactSearch;
import dev.tributary.timeline.FoundContact;
import dev.tributary.timeline.Page;
import dev.tributary.timeline.WrongCursor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contacts of the CRM, as their golden records show them. */
@RestController
@RequestMapping("/api/contacts")
@ConditionalOnWebApplication
@Tag(name = "Contacts", description = "Who a customer is, and what was said with them")
class ContactsApi {

    private final ContactSearch search;
    private final ContactDirectory contacts;
    private final ContactParameters parameters;

    ContactsApi(ContactSearch search, ContactDirectory contacts, ContactParameters parameters) {
        this.search = search;
        this.contacts = contacts;
        this.parameters = parameters;
    }

    @GetMapping
    @Audited(Act.VIEW)
    @Operation(
            summary = "Find contacts",
            description =
                    "By exactly one of email, phone, handle and name. Whoever was merged into another contact is found as"
                            + " the contact that stands for both.")
    ContactAnswers.Contacts find(
            @Parameter(description = "An e-mail address, in whatever case", example = "anna.berger@example.org")
                    @RequestParam(required = false)
                    @Nullable
                    String email,
            @Parameter(
                            description =
                                    "A telephone number in any writing; without a country code it is read as in each region of"
                                            + " the sources",
                            example = "+49 30 1234567")
                    @RequestParam(required = false)
                    @Nullable
                    String phone,
            @Parameter(description = "@ann on whatever channel, or x:@ann on one", example = "x:@anna_trail")
                    @RequestParam(required = false)
                    @Nullable
                    String handle,
            @Parameter(
                            description =
                                    "The first letters of words of the name or the company, without regard to case and accents",
                            example = "anna berg")
                    @RequestParam(required = false)
                    @Nullable
                    String name,
            @Parameter(description = "The value of next in the part before") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "How many at most, from 1 to 200", example = "50")
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit) {
        ContactQuery query = parameters.query(email, phone, handle, name);
        try {
            Page<FoundContact> found = search.find(List.of(query), after, Limit.of(limit));
            return new ContactAnswers.Contacts(
                    found.items().stream().map(ContactAnswers.Contact::of).toList(), found.next());
        } catch (WrongCursor wrong) {
            throw new BadParameter("after", String.valueOf(wrong.getMessage()));
        }
    }

    @GetMapping("/{id}")
    @Audited(Act.VIEW)
    @Operation(
            summary = "Read one contact",
            description =
                    "A contact that was merged is answered with the contact that it stands under now: then merged is true"
                            + " and id differs from requested.")
    ContactAnswers.Detail one(
            @Parameter(
                            description =
                                    "The CRM's id, also a former one; / ; \\ % and ~ are written ~2F ~3B ~5C ~25 ~7E",
                            example = "C001")
                    @PathVariable
                    String id) {
        ContactDirectory.Known contact = parameters.contact(id);
        return ContactAnswers.Detail.of(ContactPath.id(id), contacts.shown(contact), contacts.fields(contact));
    }
}
