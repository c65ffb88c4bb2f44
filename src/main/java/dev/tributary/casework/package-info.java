/** The cases that wait for a person: what they show, what was answered, and how it is taken back. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "definition",
            "due",
            "identity",
            "interaction",
            "match",
            "report",
            "review",
            "store",
            "timeline"
        })
@org.jspecify.annotations.NullMarked
package dev.tributary.casework;
