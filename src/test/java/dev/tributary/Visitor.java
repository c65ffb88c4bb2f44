package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the console, with a browser's cookies and without its redirects. */
final class Visitor {

    private static final Pattern TOKEN =
            Pattern.compile("name=\"csrf-header\" content=\"([^\"]+)\" data-token=\"([^\"]+)\"");

    private final Serving serving;
    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Visitor(Serving serving) {
        this(serving, "127.0.0.1");
    }

    /** @param address as a proxy tells it */
    Visitor(Serving serving, String address) {
        this.serving = serving;
        this.address = address;
    }

    /** Signs in and expects that it works. */
    Visitor signedIn(String name, String password) {
        HttpResponse<String> response = signIn(name, password);
        assertThat(response.statusCode()).as("signing in as " + name).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).doesNotContain("login"));
        return this;
    }

    HttpResponse<String> signIn(String name, String password) {
        return post("/login", Map.of("username", name, "password", password));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Sends a form with the token of the page that this visitor sees. */
    HttpResponse<String> post(String path, Map<String, String> form) {
        return send(request(path, "POST", form(form)));
    }

    /** Any method, with the token of the page that this visitor sees. */
    HttpResponse<String> ask(String method, String path) {
        return send(request(path, method, BodyPublishers.noBody()));
    }

    /** Sends JSON with the token of the page that this visitor sees. */
    HttpResponse<String> json(String method, String path, String body) {
        return send(request(path, method, BodyPublishers.ofString(body)).setHeader("Content-Type", "application/json"));
    }

    /** Takes a file along. */
    HttpResponse<byte[]> download(String path) {
        try {
            return http.send(request(path).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Sends a file as a form of the pages does. */
    HttpResponse<String> upload(String path, String field, byte[] file) {
        String boundary = "a-boundary-of-the-tests";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"cases.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send(request(path, "POST", body).setHeader("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(serving.at("") + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private HttpRequest.Builder request(String path, String method, BodyPublisher body) {
        HttpRequest.Builder request =
                request(path).method(method, body).header("Content-Type", "application/x-www-form-urlencoded");
        if (!address.equals("127.0.0.1")) {
            request.header("X-Forwarded-For", address);
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            Matcher token = TOKEN.matcher(get("/login").body());
            assertThat(token.find()).as("the page carries a token").isTrue();
            request.header(token.group(1), token.group(2));
        }
        return request;
    }

    static BodyPublisher form(Map<String, String> fields) {
        return BodyPublishers.ofString(fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
