/** Decides which interactions may be one message that two systems reported without a key in common. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.dedupe;
