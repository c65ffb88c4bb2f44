package dev.tributary.console;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the pages show themselves.
 *
 * @param zone in which times are shown; they are kept in UTC
 */
@ConfigurationProperties("tributary.console")
record ConsoleSettings(@DefaultValue("UTC") ZoneId zone) {}
