package dev.tributary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.access.ApiTokens;
import dev.tributary.access.AuditTrail;
import dev.tributary.access.EmbedTickets;
import dev.tributary.access.Role;
import dev.tributary.access.Users;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Coming in and going out: people with a password, programs with a token, and those who have neither. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {

    private static final String WRONG = "That name and that password do not go together.";

    private Installation installation;
    private Serving serving;
    private Users users;

    @BeforeAll
    void serve(@TempDir Path home) {
        // so that a test can come from an address of its own, as through a proxy
        installation = Installation.onH2(home).with("server.forward-headers-strategy", "native");
        assertThat(installation.tributary("sync").exitCode()).isZero();
        serving = installation.serve();
        users = serving.bean(Users.class);
    }

    @AfterAll
    void stop() {
        if (serving != null) {
            serving.close();
        }
    }

    @Test
    void whoSignsInReadsWhatTheyWantedAndIsGoneAfterSigningOut() {
        Visitor visitor = new Visitor(serving);
        assertThat(visitor.get("/runs?before=7").statusCode()).isEqualTo(302);

        HttpResponse<String> in = visitor.signIn("mia", user("mia", Role.STEWARD));

        assertThat(location(in)).endsWith("/runs?before=7");
        assertThat(visitor.get("/runs").body()).contains("mia", "Sign out").doesNotContain("href=\"/audit\"");
        assertThat(location(visitor.post("/logout", Map.of()))).endsWith("/login?out");
        assertThat(location(visitor.get("/runs"))).endsWith("/login");
    }

    @Test
    void theSessionIsAnotherOneThanBeforeAndNoScriptReadsItsCookie() {
        HttpResponse<String> in = new Visitor(serving).signIn("session", user("session", Role.VIEWER));

        assertThat(in.headers().allValues("Set-Cookie"))
                .filteredOn(it -> it.startsWith("tributary="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void throughAProxyThatEndsTlsCookiesAreForHttpsAloneAndBrowsersAreToldSo() {
        Visitor visitor = new Visitor(serving);
        HttpResponse<String> page = visitor.send(visitor.request("/login").header("X-Forwarded-Proto", "https"));

        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(new Visitor(serving).get("/login").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void whoIsUnknownDisabledOrMistakenHearsTheSame() throws IOException {
        user("disabled", Role.STEWARD);
        String password = users.password("disabled", null).password();
        disable("disabled");
        user("known", Role.STEWARD);

        for (Map.Entry<String, String> tried : Map.of(
                        "nobody-of-this-name", "a wrong password", "known", "a wrong password", "disabled", password)
                .entrySet()) {
            HttpResponse<String> answer = from("203.0.113.1", tried.getKey(), tried.getValue());
            assertThat(answer.statusCode()).as(tried.getKey()).isEqualTo(401);
            assertThat(answer.body()).contains(WRONG).doesNotContain(tried.getKey());
        }
    }

    @Test
    void fiveWrongPasswordsMakeAnAccountWaitFromWhereverTheyCome() {
        String password = user("guessed", Role.STEWARD);
        IntStream.range(0, 5)
                .forEach(it -> assertThat(from("198.51.100." + it, "guessed", "guess " + it)
                                .statusCode())
                        .isEqualTo(401));

        HttpResponse<String> sixth = from("198.51.100.77", "guessed", password);

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(sixth.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 61);
        assertThat(sixth.body()).contains("Too many attempts").contains("<h1 id=\"sign-in\">");
    }

    @Test
    void fiveWrongNamesMakeAnAddressWait() {
        IntStream.range(0, 5)
                .forEach(it -> assertThat(from("192.0.2.55", "name-" + it, "x").statusCode())
                        .isEqualTo(401));

        assertThat(from("192.0.2.55", "fresh", user("fresh", Role.VIEWER)).statusCode())
                .isEqualTo(429);
        assertThat(from("192.0.2.56", "fresh", "x").statusCode()).isEqualTo(401);
    }

    @Test
    void aFormThatIsNotOursSignsNobodyInAndChangesNothing() {
        Visitor visitor = new Visitor(serving).signedIn("forged", user("forged", Role.ADMIN));

        HttpResponse<String> forged = visitor.send(visitor.request("/duplicates/look")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody()));

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void whoseEntryChangesIsSignedOut() {
        Visitor visitor = new Visitor(serving).signedIn("changed", user("changed", Role.STEWARD));
        assertThat(visitor.get("/runs").statusCode()).isEqualTo(200);

        users.password("changed", null);

        assertThat(location(visitor.get("/runs"))).endsWith("/login");
    }

    @Test
    void partsOfAPageThatComeTooLateLeadTheWholePageToTheDoor() {
        Visitor visitor = new Visitor(serving);
        HttpResponse<String> part = visitor.send(visitor.request("/runs").header("HX-Request", "true"));

        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/login");
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() {
        HttpResponse<String> page = new Visitor(serving).get("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                                + "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                .containsKey("permissions-policy");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body()).doesNotContain("style=", "onclick", "<script>");
    }

    @Test
    void whoOnlyLooksAtTheDoorOpensNoSession() {
        for (String path : List.of("/login", "/runs", "/api/runs", "/nothing")) {
            assertThat(new Visitor(serving).get(path).headers().allValues("Set-Cookie"))
                    .as(path)
                    .noneMatch(it -> it.startsWith("tributary="));
        }
    }

    @Test
    void aProgramShowsItsTokenInTheHeaderAndNeverInTheAddress() {
        String token = serving.bean(ApiTokens.class).add("crm", Set.of(Role.OPERATOR), Period.ofDays(1));

        HttpResponse<String> shown = asked(token, "203.0.113.20");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(new Visitor(serving)
                        .get("/api/runs?token=" + token + "&access_token=" + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(new Visitor(serving).send(withToken("/runs", token)).statusCode())
                .isEqualTo(302);
        assertThat(installation.rows("SELECT COUNT(*) FROM api_token WHERE hash LIKE '%trib%'"))
                .containsExactly("0");
    }

    @Test
    void aTokenThatIsRevokedExpiredOrOfAnotherRoleOpensNothing() {
        ApiTokens tokens = serving.bean(ApiTokens.class);
        String viewer = tokens.add("viewer", Set.of(Role.VIEWER), null);
        String revoked = tokens.add("revoked", Set.of(Role.STEWARD), null);
        tokens.revoke(tokens.all().stream()
                .filter(it -> it.client().equals("revoked"))
                .findFirst()
                .orElseThrow()
                .id());
        String expired = tokens.add("expired", Set.of(Role.STEWARD), Period.ofDays(-1));

        assertThat(asked(viewer, "203.0.113.30").statusCode()).isEqualTo(403);
        for (String none : List.of(revoked, expired, "trib_guess")) {
            HttpResponse<String> answer = asked(none, "203.0.113.31");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .contains("Bearer");
        }
    }

    @Test
    void whoGuessesTokensWaits() {
        String good = serving.bean(ApiTokens.class).add("good", Set.of(Role.OPERATOR), null);
        IntFunction<Integer> guess = it -> asked("trib_" + it, "203.0.113.40").statusCode();

        assertThat(IntStream.range(0, 5).mapToObj(guess)).containsOnly(401);
        assertThat(guess.apply(6)).isEqualTo(429);
        assertThat(asked(good, "203.0.113.41").statusCode()).isEqualTo(200);
    }

    @Test
    void aTicketOpensThePageOfItsContactInsideAnotherAndNoOther() {
        String ticket = serving.bean(EmbedTickets.class).issue("C001", "api:crm");
        Visitor frame = new Visitor(serving);

        HttpResponse<String> opened = frame.send(
                frame.request("/embed/contacts/C001?ticket=" + ticket).header("Accept", "text/html"));

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'");
        assertThat(opened.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(opened.headers().allValues("Set-Cookie")).noneMatch(it -> it.startsWith("tributary="));
        assertThat(location(frame.get("/embed/contacts/C002?ticket=" + ticket))).endsWith("/login");
        assertThat(location(frame.get("/contacts/C001?ticket=" + ticket))).endsWith("/login");
    }

    @Test
    void theTrailKeepsWhoCameInWhoFailedAndWhatTheyDecidedAndNoPersonalData() {
        Visitor visitor = new Visitor(serving);
        from("203.0.113.9", "auditor", "wrong");
        from("203.0.113.9", "hunter2-typed-as-a-name", "wrong");
        visitor.signedIn("auditor", user("auditor", Role.STEWARD));
        visitor.get("/duplicates");
        visitor.post("/duplicates/look", Map.of());
        visitor.post("/logout", Map.of());

        List<String> entries = installation.rows(
                "SELECT roles, act, what, status FROM audit_entry WHERE actor = 'auditor' ORDER BY number");
        assertThat(entries)
                .containsExactly(
                        "STEWARD | ACCESS | POST /login | 200",
                        "STEWARD | VIEW | GET /duplicates | 200",
                        "STEWARD | OPERATION | POST /duplicates/look | 302",
                        "STEWARD | ACCESS | POST /logout | 200");
        assertThat(installation.rows("SELECT actor, address FROM audit_entry WHERE address LIKE '203.0.113.%'"))
                .contains("unknown | 203.0.113.0/24")
                .noneMatch(it -> it.contains("hunter2"));
        assertThat(serving.bean(AuditTrail.class).verify(null).holds()).isTrue();
    }

    @Test
    void whatCannotBeWrittenDownIsNotShown() {
        Visitor visitor = new Visitor(serving).signedIn("unwritten", user("unwritten", Role.STEWARD));
        installation.change("ALTER TABLE audit_entry RENAME TO audit_entry_away");
        try {
            HttpResponse<String> refused = visitor.get("/duplicates");
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.body()).doesNotContain("<h1>Duplicates");
        } finally {
            installation.change("ALTER TABLE audit_entry_away RENAME TO audit_entry");
        }
        assertThat(visitor.get("/duplicates").statusCode()).isEqualTo(200);
    }

    private String user(String name, Role role) {
        return users.add(name, Set.of(role), null).password();
    }

    private void disable(String name) throws IOException {
        Path file = installation.home().resolve("access/users.yaml");
        String entry = "- name: \"" + name + "\"\n";
        Files.writeString(file, Files.readString(file).replace(entry, entry + "  disabled: true\n"));
        assertThat(users.find(name).orElseThrow().disabled()).isTrue();
    }

    private HttpResponse<String> from(String address, String name, String password) {
        return new Visitor(serving, address).signIn(name, password);
    }

    private HttpResponse<String> asked(String token, String address) {
        return new Visitor(serving).send(withToken("/api/runs", token).header("X-Forwarded-For", address));
    }

    private HttpRequest.Builder withToken(String path, String token) {
        return new Visitor(serving).request(path).header("Authorization", "Bearer " + token);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
