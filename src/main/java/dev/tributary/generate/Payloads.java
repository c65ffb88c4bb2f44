package dev.tributary.generate;

import java.util.List;
import java.util.Map;

/** Made-up messages in the shapes of their platforms. */
final class Payloads {

    private static final String OUR_USER = "99000001";

    private Payloads() {}

    static String author(Message it) {
        return it.fromCustomer() ? String.valueOf(500_000_000L + it.person().number()) : OUR_USER;
    }

    /** A post of the X API v2. */
    static Map<String, Object> post(Message it) {
        return Map.of(
                "id", String.valueOf(1_780_000_000_000_000_000L + it.id()),
                "text", "@acme " + it.text(),
                "author_id", author(it),
                "conversation_id",
                        String.valueOf(1_780_000_000_000_000_000L + it.person().number()),
                "created_at", it.at().toString(),
                "lang", "en");
    }

    static Map<String, Object> user(Message it) {
        return Map.of(
                "id", author(it),
                "name", it.fromCustomer() ? it.person().name() : "Acme",
                "username", it.fromCustomer() ? it.person().handle() : "acme");
    }

    /** A webhook of the WhatsApp Cloud API. */
    static Map<String, Object> whatsapp(Message it) {
        String number = it.person().phone().substring(1);
        return Map.of(
                "object",
                "whatsapp_business_account",
                "entry",
                List.of(Map.of(
                        "id",
                        "102030",
                        "changes",
                        List.of(Map.of(
                                "field",
                                "messages",
                                "value",
                                Map.of(
                                        "messaging_product", "whatsapp",
                                        "metadata",
                                                Map.of("display_phone_number", "4930901820", "phone_number_id", "1"),
                                        "contacts",
                                                List.of(Map.of(
                                                        "profile",
                                                        Map.of(
                                                                "name",
                                                                it.person().name()),
                                                        "wa_id",
                                                        number)),
                                        "messages",
                                                List.of(Map.of(
                                                        "from",
                                                        number,
                                                        "id",
                                                        "wamid." + it.id(),
                                                        "timestamp",
                                                        String.valueOf(it.at().getEpochSecond()),
                                                        "type",
                                                        "text",
                                                        "text",
                                                        Map.of("body", it.text())))))))));
    }

    /** A webhook of the LINE Messaging API. */
    static Map<String, Object> line(Message it) {
        return Map.of(
                "destination",
                "Uacme",
                "events",
                List.of(Map.of(
                        "type", "message",
                        "mode", "active",
                        "timestamp", it.at().toEpochMilli(),
                        "webhookEventId", "01H" + it.id(),
                        "deliveryContext", Map.of("isRedelivery", false),
                        "source",
                                Map.of(
                                        "type",
                                        "user",
                                        "userId",
                                        "U" + it.person().number()),
                        "message", Map.of("id", String.valueOf(it.id()), "type", "text", "text", it.text()))));
    }
}
