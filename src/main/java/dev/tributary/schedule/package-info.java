/** When jobs run and sources are polled by themselves. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"definition", "extract", "pipeline", "run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.schedule;
