/** Answers for a run: the audit workbook, page and JSON. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"interaction", "run", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.report;
