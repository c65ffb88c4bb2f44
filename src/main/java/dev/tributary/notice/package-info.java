/** Tells people how a night went, or that it did not come to its end in time. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"definition", "extract", "report", "run", "schedule", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.notice;
