/** What programs ask. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "casework",
            "definition",
            "interaction",
            "match",
            "report",
            "review",
            "run",
            "timeline"
        })
@org.jspecify.annotations.NullMarked
package dev.tributary.api;
