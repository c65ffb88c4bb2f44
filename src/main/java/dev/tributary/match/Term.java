package dev.tributary.match;

/** One canonical value of a field, shared by all who carry it where a {@link Vocabulary} keeps it. */
public final class Term {

    private static final String[] NONE = {};

    private final String text;
    private final String[] tokens;
    private final String[] core;
    private int carriers;

    private Term(String text, String[] tokens, String[] core) {
        this.text = text;
        this.tokens = tokens;
        this.core = core;
    }

    static Term of(Field field, String text) {
        String[] tokens = switch (field) {
            case NAME, GIVEN, FAMILY, COMPANY, STREET, CITY ->
                text.indexOf(' ') < 0 ? new String[] {text} : text.split(" ");
            default -> NONE;
        };
        return new Term(
                text,
                tokens,
                switch (field) {
                    case STREET -> Streets.names(tokens);
                    case COMPANY -> Companies.names(tokens);
                    default -> tokens;
                });
    }

    /** The words without what many have in common: kinds of streets and numbers, legal forms. Not to be changed. */
    String[] core() {
        return core;
    }

    /** Canonical: equal for two spellings of the same thing. Personal data. */
    public String text() {
        return text;
    }

    /** The words of a name, company, street or city; not to be changed. */
    String[] tokens() {
        return tokens;
    }

    /** How many people carry it; 0 where nobody counted. */
    public int carriers() {
        return carriers;
    }

    void carried() {
        carriers++;
    }

    boolean equalsText(Term other) {
        return this == other || text.equals(other.text);
    }

    /** Personal data is not printed. */
    @Override
    public String toString() {
        return "***";
    }
}
