/** From which days there is what each source reported, where there should be more, and which days it was not asked for or not whole. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"landing", "run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.coverage;
