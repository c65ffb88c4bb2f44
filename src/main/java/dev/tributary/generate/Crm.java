package dev.tributary.generate;

import dev.tributary.generate.Group.Kind;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The CRM's contacts: the first of the people. Holds a bit a person, for what stands in another one's entry. */
final class Crm {

    static final String[] COLUMNS = {"id", "name", "given_name", "family_name", "company", "emails", "phones", "handles"
    };

    private final Plan plan;
    private final BitSet emailElsewhere = new BitSet();
    private final BitSet mobileElsewhere = new BitSet();
    private final BitSet handleElsewhere = new BitSet();

    Crm(Plan plan) {
        this.plan = plan;
        for (int number = 0; number < plan.contacts(); number++) {
            Entry entry = entry(Person.of(plan.seed(), number));
            mark(emailElsewhere, entry.strayEmail());
            mark(mobileElsewhere, entry.strayMobile());
            mark(handleElsewhere, entry.strayHandle());
        }
    }

    private static void mark(BitSet bits, int number) {
        if (number >= 0) {
            bits.set(number);
        }
    }

    void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file);
                CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord((Object[]) COLUMNS);
            for (int number = 0; number < plan.contacts(); number++) {
                csv.printRecord(entry(Person.of(plan.seed(), number)).cells());
            }
        }
    }

    private Entry entry(Person person) {
        return Entry.of(person, plan.people());
    }

    boolean knows(int person) {
        return person < plan.contacts();
    }

    /** Whether this one's number, and nothing that others have too, is in their entry and in no other. */
    boolean provesMobile(Person it) {
        return knows(it.number()) && entry(it).mobile() == Entry.State.RIGHT && !mobileElsewhere.get(it.number());
    }

    boolean provesEmail(Person it) {
        return knows(it.number()) && entry(it).email() == Entry.State.RIGHT && !emailElsewhere.get(it.number());
    }

    boolean provesHandle(Person it) {
        return knows(it.number()) && entry(it).handle() == Entry.State.RIGHT && !handleElsewhere.get(it.number());
    }

    boolean provesPage(Person it) {
        return knows(it.number()) && entry(it).onPage();
    }

    /** A form tells the address, and of some the number; what points to somebody else makes a question of it. */
    boolean provesForm(Person it) {
        if (!it.tellsNumber()) {
            return provesEmail(it);
        }
        boolean contradicted = mobileElsewhere.get(it.number()) || emailElsewhere.get(it.number());
        return !contradicted && (provesEmail(it) || provesMobile(it));
    }

    /** A company's line is on one contact alone, or is found to be shared; on two it is anybody's. */
    boolean provesCompany(Group group) {
        int known = Math.min(plan.contacts() - group.first(), Group.SIZE);
        return group.kind() == Kind.COMPANY && (known == 1 || known >= 3);
    }
}
