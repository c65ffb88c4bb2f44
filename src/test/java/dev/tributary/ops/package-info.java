/** What administrators install, start and read: the folder {@code ops/}. */
@org.jspecify.annotations.NullMarked
package dev.tributary.ops;
