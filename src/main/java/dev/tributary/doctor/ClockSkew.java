package dev.tributary.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** How far the clocks of this machine and of the database are apart. Half the time of the answer is taken for its way. */
final class ClockSkew implements Look {

    private static final Duration NOTICED = Duration.ofSeconds(2);
    private static final Duration TOO_MUCH = Duration.ofMinutes(1);
    private static final String CURE =
            "Let both be set by NTP (timedatectl set-ntp true): locks, waiting times and what is late are reckoned by them.";

    private final Database database;
    private final Clock clock;

    ClockSkew(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() throws SQLException {
        Instant before = clock.instant();
        Instant theirs = theirs();
        Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        Duration apart = Duration.between(middle, theirs).abs();
        String said = "the database's clock is " + seconds(apart) + " "
                + (theirs.isAfter(middle) ? "ahead of" : "behind") + " ours";
        if (apart.compareTo(TOO_MUCH) >= 0) {
            return List.of(Finding.fail(said, CURE));
        }
        return List.of(
                apart.compareTo(NOTICED) >= 0
                        ? Finding.warn(said, CURE)
                        : Finding.good("less than " + NOTICED.toSeconds() + " s apart from the database's"));
    }

    private static String seconds(Duration apart) {
        return apart.toSeconds() + " s";
    }

    private Instant theirs() throws SQLException {
        boolean mySql = database.address().isMySql();
        String now = mySql ? "SELECT UTC_TIMESTAMP(6)" : "SELECT CURRENT_TIMESTAMP(6)";
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery(now)) {
            row.next();
            return mySql
                    ? row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC)
                    : row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
