/** Compares two descriptions of people: how far each field agrees, which rule that meets, how likely they are one. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"interaction"})
@org.jspecify.annotations.NullMarked
package dev.tributary.match;
