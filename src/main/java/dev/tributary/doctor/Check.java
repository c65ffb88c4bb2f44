package dev.tributary.doctor;

import java.util.List;

/**
 * One question, and how to look for its answer.
 *
 * @param group under which it is shown
 * @param name in a word or two
 */
record Check(String group, String name, Look look) {

    List<Line> lines(List<Finding> findings) {
        return findings.stream()
                .map(it -> new Line(group, name, it.mark(), it.said(), it.cure()))
                .toList();
    }
}
