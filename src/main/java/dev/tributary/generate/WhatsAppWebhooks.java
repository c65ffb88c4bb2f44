package dev.tributary.generate;

import dev.tributary.generate.Shape.Json;
import java.io.IOException;

/** Webhooks of the WhatsApp Cloud API, one a line: messages, and the echoes of what was sent from the phone app. */
final class WhatsAppWebhooks implements Outlet {

    private static final Shape WEBHOOK = Shape.of("""
            {"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{
            "messaging_product":"whatsapp",
            "metadata":{"display_phone_number":"4930901820","phone_number_id":"109870000000001"},%s},"field":"%s"}]}]}
            """);
    private static final Shape MESSAGE = Shape.of("""
            "contacts":[{"profile":{"name":"%s"},"wa_id":"%s"}],
            "messages":[{"from":"%s","id":"%s","timestamp":"%s","type":"text","text":{"body":"%s"}%s}]""");
    private static final Shape ECHO = Shape.of("""
            "message_echoes":[{"from":"4930901820","to":"%s","id":"%s","timestamp":"%s","type":"text",
            "text":{"body":"%s"}%s}]""");
    private static final Shape STATUS =
            Shape.of("\"statuses\":[{\"id\":\"%s\",\"status\":\"read\",\"timestamp\":\"%s\",\"recipient_id\":\"%s\"}]");
    private static final Shape REVOKED = Shape.of("""
            "message_echoes":[{"from":"4930901820","to":"%s","id":"%s","timestamp":"%s","type":"revoke",
            "revoke":{"original_message_id":"%s"}}]""");
    private static final Shape CONTEXT = Shape.of(",\"context\":{\"from\":\"%s\",\"id\":\"%s\"}");

    private final Drop drop;

    WhatsAppWebhooks(Drop drop) {
        this.drop = drop;
    }

    private static String id(long message) {
        return "wamid.ACME" + message;
    }

    static String id(Message it) {
        return id(it.id());
    }

    @Override
    public void said(Message it) {
        tell(it, id(it), String.valueOf(it.at().getEpochSecond()));
        if (!it.fromCustomer() && it.id() % 3 == 0) {
            webhook(
                    STATUS.with(
                            id(it),
                            it.later(30).at().getEpochSecond(),
                            it.person().waId()),
                    "messages");
        }
    }

    private void tell(Message it, String id, String at) {
        String number = it.person().waId();
        Json context = new Json(
                it.isAnswer() && it.id() % 4 == 0
                        ? CONTEXT.with(it.fromCustomer() ? "4930901820" : number, id(it.answers()))
                        : "");
        if (it.fromCustomer()) {
            String name = it.person().shown(Way.WHATSAPP);
            webhook(MESSAGE.with(name, number, number, id, at, it.text(), context), "messages");
        } else {
            webhook(ECHO.with(number, id, at, it.text(), context), "smb_message_echoes");
        }
    }

    /** Only what we wrote: what a customer deletes comes without its id. */
    @Override
    public boolean withdrawn(Message it) {
        if (it.fromCustomer()) {
            return false;
        }
        webhook(
                REVOKED.with(
                        it.person().waId(),
                        id(it) + "-revoke",
                        it.later(600).at().getEpochSecond(),
                        id(it)),
                "smb_message_echoes");
        return true;
    }

    /** Its time is none. */
    @Override
    public boolean broken(Message it) {
        tell(it, id(it) + "-broken", "soon");
        return true;
    }

    private void webhook(String value, String field) {
        drop.put(WEBHOOK.with(new Json(value), field) + "\n");
    }

    @Override
    public void close() throws IOException {
        drop.close();
    }
}
