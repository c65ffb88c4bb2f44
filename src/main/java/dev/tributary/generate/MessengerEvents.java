package dev.tributary.generate;

import dev.tributary.generate.Shape.Json;
import java.io.IOException;

/** Webhooks of Messenger, one a line. */
final class MessengerEvents implements Outlet {

    private static final Shape WEBHOOK = Shape.of("""
            {"object":"page","entry":[{"id":"%s","time":%s,"messaging":[{"sender":{"id":"%s"},"recipient":{"id":"%s"},
            "timestamp":%s,%s}]}]}""");
    private static final Shape MESSAGE = Shape.of("\"message\":{\"mid\":\"%s\",%s\"text\":\"%s\"}");
    private static final Shape EDIT = Shape.of("\"message_edit\":{\"mid\":\"%s\",\"text\":\"%s\",\"num_edit\":1}");
    private static final Shape DELETE = Shape.of("\"message\":{\"mid\":\"%s\",\"is_deleted\":true}");

    private final Drop drop;

    MessengerEvents(Drop drop) {
        this.drop = drop;
    }

    static String id(Message it) {
        return "m_Acme" + it.id();
    }

    @Override
    public void said(Message it) {
        tell(it, it.at().toEpochMilli(), message(it, id(it)));
    }

    private static String message(Message it, String id) {
        return MESSAGE.with(
                id, new Json(it.fromCustomer() ? "" : "\"is_echo\":true,\"app_id\":263902037430900,"), it.text());
    }

    @Override
    public boolean edited(Message it) {
        tell(it, it.later(90).at().toEpochMilli(), EDIT.with(id(it), it.laterText()));
        return true;
    }

    @Override
    public boolean withdrawn(Message it) {
        tell(it, it.later(300).at().toEpochMilli(), DELETE.with(id(it)));
        return true;
    }

    /** Its time is none. */
    @Override
    public boolean broken(Message it) {
        tell(it, "\"soon\"", message(it, id(it) + "-broken"));
        return true;
    }

    private void tell(Message it, Object at, String event) {
        String customer = it.person().pageId();
        drop.put(WEBHOOK.with(
                        Source.PAGE_ID,
                        it.at().toEpochMilli(),
                        it.fromCustomer() ? customer : Source.PAGE_ID,
                        it.fromCustomer() ? Source.PAGE_ID : customer,
                        new Json(at.toString()),
                        new Json(event))
                + "\n");
    }

    @Override
    public void close() throws IOException {
        drop.close();
    }
}
