/** Makes up a company's conversations, of any size, for trying and for measuring. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package dev.tributary.generate;
