package dev.tributary.generate;

import dev.tributary.generate.Shape.Json;
import java.io.IOException;

/** Webhooks of a Facebook page, one a line: comments on its posts, and reactions. */
final class PageComments implements Outlet {

    private static final int MESSAGES_OF_A_POST = 2_000;

    private static final Shape WEBHOOK = Shape.of("""
            {"object":"page","entry":[{"id":"%s","time":%s,"changes":[{"field":"feed","value":{"item":"%s","verb":"%s",
            "comment_id":"%s","post_id":"%s","parent_id":"%s",%s"from":{"id":"%s","name":"%s"},
            "created_time":%s}}]}]}""");
    private static final Shape WORDS = Shape.of("\"message\":\"%s\",");

    private final Drop drop;

    PageComments(Drop drop) {
        this.drop = drop;
    }

    private static String post(Message it) {
        return Source.PAGE_ID + "_" + (500 + it.thread() / MESSAGES_OF_A_POST);
    }

    private static String id(Message it, long message) {
        return (500 + it.thread() / MESSAGES_OF_A_POST) + "_" + (9_000_000_000L + message);
    }

    static String id(Message it) {
        return id(it, it.id());
    }

    @Override
    public void said(Message it) {
        tell(it, "comment", "add", it.at().getEpochSecond(), words(it.text()));
        if (it.fromCustomer() && it.id() % 10 == 0) {
            tell(it, "reaction", "add", it.at().getEpochSecond(), "\"reaction_type\":\"love\",");
        }
    }

    @Override
    public boolean edited(Message it) {
        tell(it, "comment", "edited", it.later(120).at().getEpochSecond(), words(it.laterText()));
        return true;
    }

    @Override
    public boolean withdrawn(Message it) {
        tell(it, "comment", "remove", it.later(7_200).at().getEpochSecond(), "");
        return true;
    }

    private static String words(String text) {
        return WORDS.with(text);
    }

    /** It was cut on its way. */
    @Override
    public boolean broken(Message it) {
        String line = line(it, "comment", "add", it.at().getEpochSecond(), words(it.text()));
        drop.put(line.substring(0, line.length() - 40) + "\n");
        return true;
    }

    private void tell(Message it, String item, String verb, long entryTime, String more) {
        drop.put(line(it, item, verb, entryTime, more) + "\n");
    }

    private static String line(Message it, String item, String verb, long entryTime, String more) {
        return WEBHOOK.with(
                Source.PAGE_ID,
                entryTime,
                item,
                verb,
                id(it),
                post(it),
                it.isAnswer() ? id(it, it.answers()) : post(it),
                new Json(more),
                it.fromCustomer() ? it.person().pageId() : Source.PAGE_ID,
                it.fromCustomer() ? it.person().shown(Way.PAGE) : "Acme",
                it.at().getEpochSecond());
    }

    @Override
    public void close() throws IOException {
        drop.close();
    }
}
