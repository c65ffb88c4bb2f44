package dev.tributary.extract;

import java.util.Map;

/**
 * What the run itself gives to <code>${NAME}</code>, before the environment is asked.
 *
 * @param numbers whether the values are numbers where JSON is written
 */
record Bound(Map<String, String> values, boolean numbers) {

    static final Bound NOTHING = new Bound(Map.of(), false);

    /** Whether a text is nothing but one of these names, and its value a number. */
    boolean isNumber(String text) {
        return numbers && values.keySet().stream().anyMatch(name -> text.equals("${" + name + "}"));
    }
}
