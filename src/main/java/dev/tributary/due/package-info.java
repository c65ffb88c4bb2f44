/** Who is to be decided upon in the next run, because something changed that may tell who they are. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.due;
