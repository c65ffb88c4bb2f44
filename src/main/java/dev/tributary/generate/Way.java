package dev.tributary.generate;

/** The ways on which people reach the company, and how many of a hundred take each first. */
enum Way {
    X(18),
    WHATSAPP(20),
    PAGE(12),
    MESSENGER(12),
    FORM(14),
    MAIL(16),
    CALL(8);

    private final int share;

    Way(int share) {
        this.share = share;
    }

    static Way of(Chance chance) {
        int rest = chance.below(100);
        for (Way way : values()) {
            rest -= way.share;
            if (rest < 0) {
                return way;
            }
        }
        return CALL;
    }
}
