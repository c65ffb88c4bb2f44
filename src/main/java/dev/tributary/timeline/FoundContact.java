package dev.tributary.timeline;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact that stands for itself, as its golden record shows it. Personal data: only the id is printed.
 *
 * @param number Tributary's own
 * @param id the CRM's
 * @param points its own and those of the contacts merged into it
 * @param lastAt when the newest entry of its timeline happened, in UTC; null where it has none
 */
public record FoundContact(
        long number,
        String id,
        String name,
        @Nullable String company,
        List<ContactPoint> points,
        @Nullable LocalDateTime lastAt) {

    public FoundContact {
        points = List.copyOf(points);
    }

    @Override
    public String toString() {
        return "contact " + id;
    }
}
