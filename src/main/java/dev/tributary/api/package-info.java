/** What programs ask. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"access", "report", "run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.api;
