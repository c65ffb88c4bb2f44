/** Shows machines how the nights go, in numbers out of the database, and whether this process is fit for work. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package dev.tributary.health;
