package dev.tributary.definition;

/**
 * How much a run may link before it is held for a person. Nothing is measured against {@code newLinksShare} and
 * {@code matchRateDrop}, and nothing is held, before {@code atLeast} links stand: a first import would be held always.
 *
 * @param newLinksShare new links that a rule made, in percent of the links that stood before; counts from {@code atLeast} new ones
 * @param largestCluster the most participants that a contact may have that grew in the run
 * @param matchRateDrop by how many percentage points the share of participants with a link may fall
 * @param atLeast from how many links on the brake takes hold; not negative
 */
public record Brake(double newLinksShare, int largestCluster, double matchRateDrop, int atLeast) {

    /** Of jobs that name no budgets of their own. */
    public static final Brake STANDARD = new Brake(5, 10, 10, 50);
}
