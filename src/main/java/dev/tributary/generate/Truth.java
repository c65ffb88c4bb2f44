package dev.tributary.generate;

import dev.tributary.generate.Group.Kind;
import dev.tributary.generate.Seen.OfGroup;
import dev.tributary.generate.Seen.OfPerson;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes down who everybody is who wrote. */
final class Truth {

    private static final Object[] COLUMNS = {"channel", "scope", "id", "contact", "provable", "by"};
    private static final String NOBODY = "";

    private final Plan plan;
    private final Crm crm;
    private final Seen seen;

    Truth(Plan plan, Crm crm, Seen seen) {
        this.plan = plan;
        this.crm = crm;
        this.seen = seen;
    }

    void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS);
            for (int number = 0; number < plan.people(); number++) {
                if (number % Group.SIZE == 0) {
                    group(Group.of(plan.seed(), number / Group.SIZE), csv);
                }
                person(Person.of(plan.seed(), number), csv);
            }
        }
    }

    private void person(Person it, CSVPrinter csv) throws IOException {
        for (OfPerson identity : OfPerson.values()) {
            if (seen.has(it.number(), identity)) {
                String contact = contact(it.number());
                switch (identity) {
                    case X -> row(csv, Source.X_MENTIONS, it.xId(), contact, crm.provesHandle(it), "handle");
                    case WHATSAPP -> row(csv, Source.WHATSAPP, it.waId(), contact, crm.provesMobile(it), "number");
                    case FACEBOOK -> row(csv, Source.FACEBOOK_PAGE, it.pageId(), contact, crm.provesPage(it), "id");
                    case FORM_BY_ADDRESS ->
                        row(csv, Source.HELPDESK, it.email(), contact, crm.provesForm(it), "address or number");
                    case FORM_BY_NUMBER ->
                        row(csv, Source.HELPDESK, it.mobile(), contact, crm.provesMobile(it), "number");
                    case MAIL -> row(csv, Source.MAILBOX, it.email(), contact, crm.provesEmail(it), "address");
                    case CALL -> row(csv, Source.CALLS, it.mobile(), contact, crm.provesMobile(it), "number");
                }
            }
        }
    }

    private String contact(int person) {
        return crm.knows(person) ? Entry.id(person) : NOBODY;
    }

    private void group(Group it, CSVPrinter csv) throws IOException {
        boolean byFirst = seen.has(it.number(), OfGroup.LINE_BY_FIRST);
        boolean byOthers = seen.has(it.number(), OfGroup.LINE_BY_OTHERS);
        if (byFirst || byOthers) {
            line(it, byOthers, csv);
        }
        if (seen.has(it.number(), OfGroup.MAILBOX)) {
            row(csv, Source.MAILBOX, it.mailbox(), NOBODY, false, "a mailbox of several");
        }
        if (seen.has(it.number(), OfGroup.FORM_BY_MAILBOX)) {
            row(csv, Source.HELPDESK, it.mailbox(), NOBODY, false, "a mailbox of several");
        }
    }

    /** A company's line is the company; what several people call from is nobody in particular. */
    private void line(Group it, boolean byOthers, CSVPrinter csv) throws IOException {
        if (it.kind() == Kind.COMPANY) {
            row(csv, Source.CALLS, it.line(), contact(it.first()), crm.provesCompany(it), "the company's line");
        } else if (it.lineOnAll() || byOthers) {
            row(csv, Source.CALLS, it.line(), NOBODY, false, "a line of several");
        } else {
            row(csv, Source.CALLS, it.line(), contact(it.first()), crm.knows(it.first()), "number");
        }
    }

    private static void row(CSVPrinter csv, Source source, String id, String contact, boolean provable, String by)
            throws IOException {
        csv.printRecord(source.channel(), source.scope(), id, contact, provable, by);
    }
}
