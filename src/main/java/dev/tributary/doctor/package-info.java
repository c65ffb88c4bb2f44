/** Looks at an installation, however broken it is, and says what is wrong and how to mend it. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "definition", "extract", "run", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.doctor;
