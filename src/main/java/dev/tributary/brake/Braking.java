package dev.tributary.brake;

import dev.tributary.brake.BrakeLedger.Decision;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the brake measured of a run, and what a person said of it. Times are UTC.
 *
 * @param linksBefore links that stood, without the new ones
 * @param newLinks links that rules made and that are not published
 * @param largestCluster the participants of the largest contact that grew
 * @param participants all customers
 * @param linked those of them that are on a contact
 * @param decision null where nobody decided; then the three that follow are null too
 */
public record Braking(
        long linksBefore,
        long newLinks,
        long largestCluster,
        long participants,
        long linked,
        boolean held,
        @Nullable Decision decision,
        @Nullable String decidedBy,
        @Nullable LocalDateTime decidedAt,
        @Nullable String reason) {}
