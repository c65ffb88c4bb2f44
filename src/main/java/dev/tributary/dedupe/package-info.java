/** Finds the message that several reports are about, and the thread a message belongs to. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"interaction", "run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.dedupe;
