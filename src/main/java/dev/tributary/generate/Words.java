package dev.tributary.generate;

import java.util.Random;

/** Text of about the length that people write. */
final class Words {

    private static final String[] WORDS = {
        "the", "tent", "arrived", "yesterday", "and", "one", "pole", "is", "bent", "can", "you", "send", "another",
        "please", "danke", "für", "die", "schnelle", "Antwort", "😀", "order", "number", "follows", "by", "mail", "we",
        "love", "it", "but", "rain", "comes", "through", "¿dónde", "está", "mi", "pedido?", "テント", "ありがとう", "refund"
    };

    private Words() {}

    static String of(Random random) {
        StringBuilder text = new StringBuilder();
        int words = 10 + random.nextInt(60);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
