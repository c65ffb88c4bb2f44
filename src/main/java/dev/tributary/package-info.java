/** Tributary itself: starts the command line, and the application for the commands that need it. */
@org.jspecify.annotations.NullMarked
package dev.tributary;
