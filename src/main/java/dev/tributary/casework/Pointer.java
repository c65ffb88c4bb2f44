package dev.tributary.casework;

/**
 * Why a contact is proposed.
 *
 * @param identifier of the participant
 * @param rule the rule that points there, or would if nothing stopped it; empty where no rule asks for such an identifier
 */
public record Pointer(IdentifierKey identifier, String rule) {}
