/** Turns landing segments into interactions and participants, and puts what cannot be read aside with the reason. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"definition", "due", "landing", "interaction", "decode", "run", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.stage;
