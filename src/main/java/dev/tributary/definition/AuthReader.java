package dev.tributary.definition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code extract.auth} of a source over HTTP. */
final class AuthReader {

    private static final List<String> KINDS = List.of("bearer", "basic", "header", "oauth2");

    private AuthReader() {}

    static @Nullable Auth read(Section section) {
        Optional<Section> basic = section.section("basic");
        Optional<Section> header = section.section("header");
        Optional<Section> oauth2 = section.section("oauth2");
        Auth auth = section.has("bearer")
                ? new Auth.Bearer(Placeholders.secret(section, "bearer"))
                : basic.map(AuthReader::basic)
                        .or(() -> header.map(AuthReader::header))
                        .or(() -> oauth2.map(OAuth2Reader::read))
                        .orElse(null);
        section.refuseOthers();
        if (KINDS.stream().filter(section::has).count() != 1) {
            section.problem(
                    "", "should hold one of " + String.join(", ", KINDS), "write auth: { bearer: \"${NAME}\" }");
        }
        return auth;
    }

    private static Auth basic(Section basic) {
        String user = basic.text("user", "\"${NAME}\"");
        String password = Placeholders.secret(basic, "password");
        basic.refuseOthers();
        return new Auth.Basic(user, password);
    }

    private static Auth header(Section header) {
        String name = header.text("name", "X-Api-Key");
        if (!name.isEmpty()) {
            HttpCallReader.checkHeader(header, "name", name);
        }
        String value = Placeholders.secret(header, "value");
        header.refuseOthers();
        return new Auth.Header(name, value);
    }
}
