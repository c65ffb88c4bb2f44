/** The commands of {@code tributary}. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "brake",
            "casework",
            "coverage",
            "store",
            "decode",
            "definition",
            "doctor",
            "duplicate",
            "evaluate",
            "identity",
            "inbox",
            "landing",
            "schedule",
            "interaction",
            "match",
            "pipeline",
            "review",
            "run",
            "timeline",
            "stage",
            "report",
            "generate",
            "extract",
            "match",
            "resolve",
            "workbook"
        })
@org.jspecify.annotations.NullMarked
package dev.tributary.cli;
