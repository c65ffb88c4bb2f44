/** Takes in what platforms push, and says yes only when it is on disk. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"definition", "extract", "landing", "run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.inbox;
