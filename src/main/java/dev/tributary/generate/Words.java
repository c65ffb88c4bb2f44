package dev.tributary.generate;

/** Text of about the length that people write. */
final class Words {

    private static final String[] WORDS = {
        "the", "tent", "arrived", "yesterday", "and", "one", "pole", "is", "bent", "can", "you", "send", "another",
        "please", "danke", "für", "die", "schnelle", "Antwort", "😀", "order", "number", "follows", "by", "mail", "we",
        "love", "it", "but", "rain", "comes", "through", "¿dónde", "está", "mi", "pedido?", "テント", "ありがとう", "refund",
        "\"Ridge 2\"", "zip", "broke", "again", "on", "its", "first", "night"
    };

    private static final String[] SHORT = {
        "Thank you!", "Danke 🙏", "ok", "¡Gracias!", "And now?", "ありがとう", "Yes, please."
    };

    private Words() {}

    static String of(Chance chance) {
        if (chance.percent(12)) {
            return chance.of(SHORT);
        }
        StringBuilder text = new StringBuilder();
        int words = 8 + chance.below(chance.percent(10) ? 120 : 35);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(chance.of(WORDS));
        }
        return text.toString();
    }
}
