package dev.tributary.generate;

import dev.tributary.generate.Shape.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pages of the X API v2. Our own answers are found by the search alone, which finds some of the mentions as well. */
final class XPosts implements Outlet {

    private static final String US = "99000001";
    private static final long FIRST_ID = 1_780_000_000_000_000_000L;
    private static final long FIRST_EDIT = 1_790_000_000_000_000_000L;

    private static final Shape POST = Shape.of("""
            {"id":"%s","text":"%s","author_id":"%s","created_at":"%s","conversation_id":"%s","lang":"en",
            "edit_history_tweet_ids":[%s]%s}""");
    private static final Shape MENTION =
            Shape.of(",\"entities\":{\"mentions\":[{\"start\":0,\"end\":5,\"username\":\"acme\",\"id\":\"%s\"}]}");
    private static final Shape REPLY =
            Shape.of(",\"in_reply_to_user_id\":\"%s\",\"referenced_tweets\":[{\"type\":\"replied_to\",\"id\":\"%s\"}]");
    private static final Shape USER = Shape.of("{\"id\":\"%s\",\"name\":\"%s\",\"username\":\"%s\"}");
    private static final Shape DELETE =
            Shape.of("{\"data\":{\"delete\":{\"tweet\":{\"id\":\"%s\",\"author_id\":\"%s\"},\"event_at\":\"%s\"}}}");

    private final Gathered mentions;
    private final Gathered search;

    /** Posts of a page with the people in it. */
    private static final class Gathered {
        private final Map<String, String> users = new LinkedHashMap<>();
        private final Pages pages;

        private Gathered(Drop drop) {
            this.pages = new Pages(drop, posts -> {
                String page = "{\"data\":[" + posts + "],\"includes\":{\"users\":[" + String.join(",", users.values())
                        + "]},\"meta\":{}}";
                users.clear();
                return page;
            });
        }

        private void add(Message it, String post) {
            users.computeIfAbsent(
                    author(it),
                    id -> it.fromCustomer()
                            ? USER.with(
                                    id, it.person().shown(Way.X), it.person().handle())
                            : USER.with(id, "Acme", "acme"));
            pages.add(post);
        }
    }

    XPosts(Drop mentions, Drop search) {
        this.mentions = new Gathered(mentions);
        this.search = new Gathered(search);
    }

    static String id(Message it) {
        return id(it.id());
    }

    private static String id(long message) {
        return String.valueOf(FIRST_ID + message);
    }

    private static String author(Message it) {
        return it.fromCustomer() ? it.person().xId() : US;
    }

    private Gathered of(Message it) {
        return it.fromCustomer() ? mentions : search;
    }

    @Override
    public void said(Message it) {
        of(it).add(it, asWritten(it));
    }

    /** The search finds what the mentions have as well. */
    void found(Message it) {
        search.add(it, asWritten(it));
    }

    private static String asWritten(Message it) {
        return post(it, id(it), quoted(id(it)), it.text(), it.at().toString());
    }

    @Override
    public boolean edited(Message it) {
        String id = String.valueOf(FIRST_EDIT + it.id());
        String history = quoted(id(it)) + "," + quoted(id);
        of(it).add(it, post(it, id, history, it.laterText(), it.later(240).at().toString()));
        return true;
    }

    @Override
    public boolean withdrawn(Message it) {
        of(it).pages.between(DELETE.with(id(it), author(it), it.later(86_400).at()));
        return true;
    }

    /** Its time is none. */
    @Override
    public boolean broken(Message it) {
        String id = "9" + id(it);
        of(it).add(it, post(it, id, quoted(id), it.text(), "the day before"));
        return true;
    }

    private static String post(Message it, String id, String history, String words, String at) {
        return POST.with(id, text(it, words), author(it), at, id(it.thread()), new Json(history), new Json(ties(it)));
    }

    private static String text(Message it, String words) {
        return (it.fromCustomer() ? "@acme " : "@" + it.person().handle() + " ") + words;
    }

    private static String ties(Message it) {
        String mention = it.fromCustomer() ? MENTION.with(US) : "";
        return it.isAnswer()
                ? mention + REPLY.with(it.fromCustomer() ? US : it.person().xId(), id(it.answers()))
                : mention;
    }

    private static String quoted(String id) {
        return '"' + id + '"';
    }

    @Override
    public void close() throws IOException {
        mentions.pages.close();
        search.pages.close();
    }
}
