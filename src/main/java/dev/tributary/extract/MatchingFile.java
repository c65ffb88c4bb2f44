package dev.tributary.extract;

import java.nio.file.Path;

/** @param name relative to the folder that the source names, with slashes */
record MatchingFile(SourceRun run, Path file, String name) {}
