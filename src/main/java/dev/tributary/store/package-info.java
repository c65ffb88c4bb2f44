/** The database: which one it is, how its connections behave, and its migrations. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package dev.tributary.store;
