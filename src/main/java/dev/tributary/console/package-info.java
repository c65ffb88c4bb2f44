/** The pages of {@code tributary serve}: what ran, what waits for a person, and what was said with each customer. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "brake",
            "casework",
            "coverage",
            "definition",
            "duplicate",
            "identity",
            "interaction",
            "landing",
            "pipeline",
            "report",
            "review",
            "run",
            "stage",
            "timeline",
            "workbook"
        })
@org.jspecify.annotations.NullMarked
package dev.tributary.console;
