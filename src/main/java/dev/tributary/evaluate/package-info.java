/** Answers how right the links and the duplicates are, where the truth is known. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"interaction", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.evaluate;
