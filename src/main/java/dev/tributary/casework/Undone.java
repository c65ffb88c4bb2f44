package dev.tributary.casework;

/**
 * What became of taking a verdict back.
 *
 * @param done whether all is as it was before the verdict; where not, nothing was changed, or it was taken back before
 * @param message in a sentence, without personal data of customers
 */
public record Undone(long verdict, boolean done, String message) {}
