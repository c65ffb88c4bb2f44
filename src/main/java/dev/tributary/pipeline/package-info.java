/** The nightly job, step by step. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "definition",
            "extract",
            "landing",
            "stage",
            "identity",
            "brake",
            "coverage",
            "timeline",
            "report",
            "run",
            "store"
        })
@org.jspecify.annotations.NullMarked
package dev.tributary.pipeline;
