package dev.tributary.landing;

import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * One file as a source gave it. It never changes.
 *
 * @param sequence from 1 within the source, in the order of landing
 * @param file absolute where the home folder is
 * @param origin what the source calls it: a file's name relative to its folder, or a URL without its query
 * @param bytes the length of the file
 * @param landedAt UTC
 */
public record Segment(
        long id, String source, long sequence, Path file, String origin, long bytes, LocalDateTime landedAt) {}
