package dev.tributary.definition;

import dev.tributary.match.MatchRules;

/**
 * Who is who, as {@code mappings/identity/match-rules.yaml} says.
 *
 * @param links participants to contacts
 * @param duplicates contacts to contacts
 */
public record RuleBook(MatchRules links, MatchRules duplicates) {}
