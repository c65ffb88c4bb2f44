/** Decides which contact a participant is, by which rule, on which evidence. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"definition", "due", "interaction", "match", "run", "spelling", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.identity;
