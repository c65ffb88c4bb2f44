package dev.tributary.spelling;

import dev.tributary.interaction.IdentifierType;

/** A value that participants use, and another that contacts carry: they may be two spellings of one, or are one. */
record LoosePair(IdentifierType type, String value, String other) {}
