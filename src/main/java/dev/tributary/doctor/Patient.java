package dev.tributary.doctor;

import dev.tributary.run.Home;
import java.time.Clock;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/**
 * Whom the doctor looks at.
 *
 * @param settings go before the environment's
 * @param clock of this machine
 * @param least where less space than this is free, nights fail
 * @param wanted where less than this is free, it is time to see to it
 * @param online whether sources are asked as well
 */
public record Patient(
        Home home, Map<String, Object> settings, Clock clock, DataSize least, DataSize wanted, boolean online) {}
