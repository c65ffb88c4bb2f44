package dev.tributary.coverage;

import java.time.LocalDate;

/**
 * Days from which there should be messages, and are none.
 *
 * @param source the one that reported most of what there is around it
 * @param channel of the account that is silent; of a source with several accounts, that of the one with most messages
 * @param firstDay UTC
 * @param lastDay the last of the silent days, UTC; the first itself for a single day
 * @param meanPerDay how many messages a day there are on the whole
 */
public record Gap(String source, String channel, LocalDate firstDay, LocalDate lastDay, double meanPerDay) {}
