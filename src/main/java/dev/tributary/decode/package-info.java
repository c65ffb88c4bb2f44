/** Turns a file of any known format into payloads, one at a time, within limits. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.decode;
