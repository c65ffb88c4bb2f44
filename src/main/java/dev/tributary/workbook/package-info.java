/** The cases as a workbook that goes out to stewards and comes back with their answers. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"casework", "decode", "interaction", "match", "report", "run"})
@org.jspecify.annotations.NullMarked
package dev.tributary.workbook;
