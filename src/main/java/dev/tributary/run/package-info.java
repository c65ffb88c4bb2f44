/** What one run of a job did: its identity, its states, and every count of the equation. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package dev.tributary.run;
