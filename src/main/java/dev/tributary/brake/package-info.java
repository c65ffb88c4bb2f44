/** Holds a run that would link more than its job's budgets allow, until a person approves or rejects it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"definition", "due", "run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.brake;
