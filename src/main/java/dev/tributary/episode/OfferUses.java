package dev.tributary.episode;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ties what used a one-time link or number to the message that offered it. A number may be lent again: the latest offer of the days
 * before counts, and none at all where two conversations were offered the same.
 */
final class OfferUses {

    /** How long an offer stands. Both databases know this spelling. */
    private static final String SINCE = "TIMESTAMPADD(HOUR, -72, caller.occurred_at)";

    /** Whoever used an offer, where the use or any offer of the same changed since: its ties are made anew. */
    private static final String CALLERS = """
            SELECT DISTINCT caller.id FROM interaction_offer_use used
            JOIN interaction caller ON caller.id = used.interaction_id
            LEFT JOIN interaction_offer offer ON offer.offer_key = used.offer_key
            LEFT JOIN interaction offering ON offering.id = offer.interaction_id
            WHERE caller.changed_run > ? OR offering.changed_run > ?""";

    private static final String TOUCH =
            "UPDATE interaction SET changed_run = ? WHERE id IN (SELECT id FROM (%s) callers)".formatted(CALLERS);

    private static final String UNTIE = """
            DELETE FROM interaction_relation WHERE interaction_id IN (%s)
              AND EXISTS (SELECT 1 FROM interaction_offer_use used
                          JOIN interaction_offer offer ON offer.offer_key = used.offer_key
                          JOIN interaction offering ON offering.id = offer.interaction_id
                          WHERE used.interaction_id = interaction_relation.interaction_id
                            AND used.type = interaction_relation.type
                            AND offering.natural_key = interaction_relation.target_key)""".formatted(CALLERS);

    private static final String TIE = """
            INSERT INTO interaction_relation (interaction_id, type, target_key, target, proof)
            SELECT taken.id, taken.type, offered.natural_key, MIN(offered.native_id), MIN(taken.proof)
            FROM (SELECT caller.id AS id, caller.occurred_at AS used_at, used.type AS type, used.offer_key AS offer_key,
                         MIN(COALESCE(used.proof, 'offer')) AS proof, MAX(offering.occurred_at) AS offered_at
                  FROM interaction caller
                  JOIN interaction_offer_use used ON used.interaction_id = caller.id
                  JOIN interaction_offer offer ON offer.offer_key = used.offer_key
                  JOIN interaction offering ON offering.id = offer.interaction_id
                  WHERE caller.changed_run > ? AND offering.id <> caller.id
                    AND offering.occurred_at <= caller.occurred_at AND offering.occurred_at >= %s
                  GROUP BY caller.id, caller.occurred_at, used.type, used.offer_key
                  HAVING COUNT(DISTINCT offering.conversation_key) = 1) taken
            JOIN interaction_offer latest ON latest.offer_key = taken.offer_key
            JOIN interaction offered ON offered.id = latest.interaction_id AND offered.occurred_at = taken.offered_at
            WHERE offered.id <> taken.id AND NOT EXISTS (
              SELECT 1 FROM interaction_relation known WHERE known.interaction_id = taken.id
                AND known.type = taken.type AND known.target_key = offered.natural_key)
            GROUP BY taken.id, taken.type, offered.natural_key""".formatted(SINCE);

    private final JdbcTemplate jdbc;

    OfferUses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param published the last run whose changes were published: what changed since is looked at */
    void tie(long published, long run) {
        jdbc.update(TOUCH, run, published, published);
        jdbc.update(UNTIE, published, published);
        jdbc.update(TIE, published);
    }
}
