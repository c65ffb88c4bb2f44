/** Finds contacts of the CRM that are one person, proposes them, and merges what a rule may merge by itself. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"definition", "interaction", "match", "resolve", "review", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.duplicate;
