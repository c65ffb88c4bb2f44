/** Kills runs, starts them twice at once, and looks at what is left. */
@org.jspecify.annotations.NullMarked
package dev.tributary.crash;
