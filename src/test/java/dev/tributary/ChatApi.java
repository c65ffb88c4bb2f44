package dev.tributary;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An API of chats that is asked day by day, and may cut, slow down or be down on some. Of days without a word nothing is known. */
public final class ChatApi implements AutoCloseable {

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    public ChatApi() {
        server.start();
    }

    /** Defines the source, its mapping and a job that reads it from the first day. */
    public void install(Installation installation, LocalDate first) {
        installation
                .file("jobs/nightly-sync.yaml", "job: nightly-sync\nsources: [chats]\n")
                .file("jobs/sources/chats.yaml", """
                        source: chats
                        channel: chat
                        account: acme
                        extract:
                          kind: http
                          url: %s/chats
                          params: { from: "${window.from}", to: "${window.to}" }
                          window: { size: 24h, start: "%s" }
                          expect: { records: items, total: total, cut: limited }
                          retries: 0
                        mapping: chat
                        """.formatted(server.baseUrl(), first))
                .file("mappings/chat.jsonata", """
                        /* A chat: one item is one message. */
                        items.{
                          "kind": "interaction", "id": id, "type": "chat", "visibility": "private", "direction": "inbound",
                          "at": at, "author": { "id": by, "name": by }, "text": text
                        }
                        """);
    }

    /** On this day so many messages were said, and all are given. */
    public ChatApi said(LocalDate day, int messages) {
        return said(day, messages, messages);
    }

    /** Of the messages of this day only some are given. */
    public ChatApi said(LocalDate day, int messages, int total) {
        return answers(day, okJson("{\"items\":" + items(day, messages) + ",\"total\":" + total + "}"));
    }

    /** Of the messages of this day some are given, and the API says that there are more. */
    public ChatApi cuts(LocalDate day, int messages) {
        return answers(day, okJson("{\"items\":" + items(day, messages) + ",\"limited\":true}"));
    }

    public ChatApi answers(LocalDate day, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/chats"))
                .withQueryParam("from", equalTo(day + "T00:00:00Z"))
                .willReturn(answer));
        return this;
    }

    public ChatApi slowsDown(LocalDate day) {
        return answers(day, aResponse().withStatus(429).withHeader("Retry-After", "86400"));
    }

    public ChatApi isDown(LocalDate day) {
        return answers(day, aResponse().withStatus(503));
    }

    /** The first moments that were asked for since the last time, in their order. */
    public List<String> asked() {
        List<String> asked = server.getAllServeEvents().stream()
                .map(it -> it.getRequest())
                .sorted(Comparator.comparing(it -> it.getLoggedDate()))
                .map(it -> it.queryParameter("from").firstValue())
                .toList();
        server.resetRequests();
        return asked;
    }

    /** Whether somebody asked for this day. */
    public boolean wasAsked(LocalDate day) {
        return server.getAllServeEvents().stream()
                .anyMatch(it ->
                        it.getRequest().queryParameter("from").firstValue().startsWith("" + day));
    }

    public static String midnight(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private static String items(LocalDate day, int messages) {
        return IntStream.rangeClosed(1, messages)
                .mapToObj(number -> """
                        {"id":"%1$s-%2$d","at":"%1$sT12:00:00Z","by":"anna","text":"word %2$d of %1$s"}""".formatted(day, number))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
