/** Which addresses and numbers of participants may be other spellings of what contacts carry. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"due", "interaction", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.spelling;
