/** Decides which conversations of a customer are one episode, across channels. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run", "interaction"})
@org.jspecify.annotations.NullMarked
package dev.tributary.episode;
