/** From which days there is what each source reported, and where there should be more. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.coverage;
