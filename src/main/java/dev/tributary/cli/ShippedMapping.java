package dev.tributary.cli;

import dev.tributary.definition.MappingHeader;

/**
 * A mapping of the home folder, or of the jar.
 *
 * @param samples how many payloads beside it prove it
 */
record ShippedMapping(String mapping, MappingHeader header, int samples) {}
