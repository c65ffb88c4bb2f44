package dev.tributary;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with the company's account, at a provider that speaks OpenID Connect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyAccountTest {

    private final WireMockServer provider = new WireMockServer(options().dynamicPort());
    private RSAKey key;
    private Installation installation;
    private Serving serving;

    @BeforeAll
    void serve(@TempDir Path home) throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("first").generate();
        provider.start();
        provider.stubFor(get("/.well-known/openid-configuration").willReturn(okJson("""
                        {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                         "jwks_uri": "ISSUER/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                         "id_token_signing_alg_values_supported": ["RS256"]}""".replace("ISSUER", issuer()))));
        provider.stubFor(get("/keys").willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
        installation = Installation.onH2(home)
                .with("tributary.access.oidc.issuer", issuer())
                .with("tributary.access.oidc.client-id", "tributary")
                .with("tributary.access.oidc.client-secret", "a secret of the environment")
                .with("tributary.access.oidc.label", "Acme")
                .with("tributary.access.oidc.roles.steward", "crm-stewards")
                .with("tributary.access.oidc.roles.privacy_officer", "privacy,legal");
        serving = installation.serve();
    }

    @AfterAll
    void stop() {
        if (serving != null) {
            serving.close();
        }
        provider.stop();
    }

    @Test
    void noFirstAdminIsMadeAndThePageOffersTheCompanysSignIn() {
        assertThat(installation.home().resolve("access/users.yaml")).doesNotExist();
        assertThat(new Visitor(serving).get("/login").body())
                .contains("href=\"/oauth2/authorization/company\"", "Sign in with <span>Acme</span>");
    }

    @Test
    void whoseGroupIsKnownComesInWithItsRoles() throws Exception {
        Visitor anna = new Visitor(serving);

        HttpResponse<String> back = comesBack(anna, "anna", List.of("everybody", "crm-stewards", "legal"), key);

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(anna.get("/duplicates").statusCode()).isEqualTo(200);
        assertThat(anna.get("/audit").body()).contains("anna", "privacy officer, steward");
        assertThat(back.headers().allValues("Set-Cookie"))
                .filteredOn(it -> it.startsWith("tributary="))
                .allMatch(it -> it.contains("SameSite=Lax") && it.contains("HttpOnly"));
    }

    @Test
    void theCodeIsGivenForTheVerifierThatWasPromisedAndForNothingElse() throws Exception {
        Visitor anna = new Visitor(serving);
        Map<String, String> asked = sentAway(anna);
        answer(asked, "anna", List.of("crm-stewards"), key);
        anna.get("/login/oauth2/code/company?code=promised&state="
                + asked.get("state").replace("=", "%3D"));

        String body = provider.findAll(postRequestedFor(urlPathEqualTo("/token"))).stream()
                .map(it -> it.getBodyAsString())
                .filter(it -> it.contains("code=promised"))
                .findFirst()
                .orElseThrow();
        String verifier = parameters(body).get("code_verifier");
        assertThat(asked.get("code_challenge_method")).isEqualTo("S256");
        assertThat(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256")
                                .digest(verifier.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(asked.get("code_challenge"));
    }

    @Test
    void whoseGroupsOpenNothingStaysOutside() throws Exception {
        Visitor tom = new Visitor(serving);

        HttpResponse<String> back = comesBack(tom, "tom", List.of("everybody"), key);

        assertThat(back.statusCode()).isEqualTo(401);
        assertThat(back.body()).contains("none of your groups opens Tributary");
        assertThat(tom.get("/duplicates").statusCode()).isEqualTo(302);
    }

    @Test
    void whatAnotherKeySignedOrAnotherSignInAskedForIsRefused() throws Exception {
        Visitor eve = new Visitor(serving);
        RSAKey forged = new RSAKeyGenerator(2048).keyID("first").generate();

        assertThat(comesBack(eve, "anna", List.of("crm-stewards"), forged).statusCode())
                .isEqualTo(401);
        Map<String, String> asked = sentAway(eve);
        answer(Map.of("nonce", "of another", "state", asked.get("state")), "anna", List.of("crm-stewards"), key);
        assertThat(returned(eve, asked).statusCode()).isEqualTo(401);
        assertThat(eve.get("/login/oauth2/code/company?code=c&state=guessed").statusCode())
                .isEqualTo(401);
        assertThat(eve.get("/duplicates").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> comesBack(Visitor visitor, String name, List<String> groups, RSAKey signs)
            throws JOSEException {
        Map<String, String> asked = sentAway(visitor);
        answer(asked, name, groups, signs);
        return returned(visitor, asked);
    }

    private static HttpResponse<String> returned(Visitor visitor, Map<String, String> asked) {
        return visitor.get(
                "/login/oauth2/code/company?code=c&state=" + asked.get("state").replace("=", "%3D"));
    }

    /** What the provider is asked for. */
    private static Map<String, String> sentAway(Visitor visitor) {
        HttpResponse<String> away = visitor.get("/oauth2/authorization/company");
        return parameters(
                URI.create(away.headers().firstValue("Location").orElseThrow()).getRawQuery());
    }

    private void answer(Map<String, String> asked, String name, List<String> groups, RSAKey signs)
            throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("tributary")
                .subject("subject of " + name)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", asked.get("nonce"))
                .claim("preferred_username", name)
                .claim("groups", groups)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("first").build(), claims);
        token.sign(new RSASSASigner(signs));
        provider.stubFor(post("/token")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \""
                                        + token.serialize() + "\"}")));
    }

    private String issuer() {
        return "http://localhost:" + provider.port();
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8)));
    }
}
