/** Who may do what at {@code tributary serve}, and the trail of what was done. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.access;
