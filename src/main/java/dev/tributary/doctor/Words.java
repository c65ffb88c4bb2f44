package dev.tributary.doctor;

/** What other parts say in one sentence, {@code what is wrong; what mends it}, taken apart. */
final class Words {

    private Words() {}

    static Finding finding(Mark mark, String sentence) {
        int cure = sentence.indexOf("; ");
        return cure < 0
                ? new Finding(mark, sentence.replaceAll("\\.$", ""), null)
                : new Finding(mark, sentence.substring(0, cure), upper(sentence.substring(cure + 2)));
    }

    private static String upper(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
