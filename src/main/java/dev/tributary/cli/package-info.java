/** The commands of {@code tributary}. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "decode",
            "definition",
            "pipeline",
            "run",
            "timeline",
            "stage",
            "report",
            "generate",
            "extract"
        })
@org.jspecify.annotations.NullMarked
package dev.tributary.cli;
