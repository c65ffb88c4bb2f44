/** The canonical words of a conversation, and the rules that make two spellings of an identifier the same. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package dev.tributary.interaction;
