/** The CRM's side: contacts, contact points, and one timeline for each contact. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"interaction", "decode", "definition", "due", "match", "run", "store"})
@org.jspecify.annotations.NullMarked
package dev.tributary.timeline;
