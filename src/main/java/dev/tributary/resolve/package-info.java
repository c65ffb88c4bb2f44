/** Finds which contacts of a whole list are one person, without comparing all pairs. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"decode", "interaction", "match"})
@org.jspecify.annotations.NullMarked
package dev.tributary.resolve;
