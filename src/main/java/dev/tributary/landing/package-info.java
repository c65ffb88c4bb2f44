/** Keeps what a source gave, unchanged, and remembers how far each source was read and what it was asked for. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.landing;
