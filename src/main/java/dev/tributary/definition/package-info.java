/** Decides whether the files under {@code jobs/} and {@code mappings/} are right, and says how to mend them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"interaction", "decode", "match", "run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.definition;
