package dev.tributary.doctor;

import java.time.ZoneId;
import java.util.List;

/** The time zone of this process: it is told, and matters to nothing that is kept. */
final class ProcessZone implements Look {

    @Override
    public List<Finding> look() {
        return List.of(Finding.good("this process is in " + ZoneId.systemDefault()
                + "; times are kept in UTC, and each schedule names its own zone"));
    }
}
