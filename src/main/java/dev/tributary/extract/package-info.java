/** Brings what the source systems hold into landing segments. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"decode", "definition", "landing", "run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.extract;
