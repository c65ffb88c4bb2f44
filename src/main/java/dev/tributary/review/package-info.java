/** What a person decides about links and merges, and takes back. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"due", "interaction", "run", "store", "timeline"})
@org.jspecify.annotations.NullMarked
package dev.tributary.review;
