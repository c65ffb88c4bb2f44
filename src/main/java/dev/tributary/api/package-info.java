/** What programs ask. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "definition", "interaction", "report", "run", "timeline"})
@org.jspecify.annotations.NullMarked
package dev.tributary.api;
