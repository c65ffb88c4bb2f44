package dev.tributary.console;

import java.util.List;

/**
 * What was decided last, and how it is taken back.
 *
 * @param undo where the verdicts are sent to take them back
 */
public record AnsweredLast(String sentence, String undo, List<Long> verdicts) {}
