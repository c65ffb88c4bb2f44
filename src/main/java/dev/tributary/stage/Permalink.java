package dev.tributary.stage;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the address of a post says of it, where it says the very id that the network's own interface gives.
 *
 * <p>Instagram and Threads show codes that are not the ids of their interfaces, and Facebook hides ids behind names of pages and
 * words that begin with {@code pfbid}: such an address proves nothing.
 */
record Permalink(String network, String id) {

    private static final int LONGEST = 2_000;

    private static final Set<String> X = Set.of("x.com", "twitter.com");
    private static final Set<String> FACEBOOK = Set.of("facebook.com");
    private static final Set<String> YOUTUBE = Set.of("youtube.com", "youtu.be");
    private static final Set<String> LINKEDIN = Set.of("linkedin.com");

    private static final Pattern SUBDOMAIN = Pattern.compile("^(?:www|m|mobile|mbasic|web)\\.");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}");
    private static final Pattern X_POST =
            Pattern.compile("^/(?:i/web|[A-Za-z0-9_]{1,20})/status(?:es)?/([0-9]{1,20})(?:/.*)?$");
    private static final Pattern FACEBOOK_POST = Pattern.compile("^/([^/]+)/posts/(?:[^/]+/)?([0-9]{1,30})/?$");
    private static final Pattern GRAPH_POST = Pattern.compile("^/([0-9]{1,30})_([0-9]{1,30})/?$");
    private static final Pattern COMMENT = Pattern.compile("[A-Za-z0-9_.-]{10,100}");
    private static final Pattern LINKEDIN_POST =
            Pattern.compile("^/feed/update/(urn:li:(?:activity|share|ugcPost):[0-9]{1,30})/?$");

    /** Empty where the address is none of a post, or does not say its id. */
    static Optional<Permalink> of(String address) {
        try {
            URI uri = new URI(address.strip().replace(" ", "%20"));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return address.length() > LONGEST
                            || !scheme.matches("https?")
                            || uri.getHost() == null
                            || uri.getPath() == null
                    ? Optional.empty()
                    : of(host(uri), uri.getPath(), parameters(uri));
        } catch (URISyntaxException | IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Permalink> of(String host, String path, Map<String, String> parameters) {
        if (X.contains(host)) {
            return group(X_POST, path).map(id -> new Permalink("x", id));
        }
        if (FACEBOOK.contains(host)) {
            return facebook(path, parameters).map(id -> new Permalink("facebook", id));
        }
        if (YOUTUBE.contains(host)) {
            return Optional.ofNullable(parameters.get("lc"))
                    .filter(COMMENT.asMatchPredicate())
                    .map(id -> new Permalink("youtube", id));
        }
        return LINKEDIN.contains(host) && parameters.keySet().stream().noneMatch(it -> it.endsWith("ommentUrn"))
                ? group(LINKEDIN_POST, path).map(id -> new Permalink("linkedin", id))
                : Optional.empty();
    }

    /** A post is {@code PAGE_POST}, a comment and an answer to it {@code POST_COMMENT}. */
    private static Optional<String> facebook(String path, Map<String, String> parameters) {
        List<String> post = post(path, parameters);
        String comment = parameters.getOrDefault("reply_comment_id", parameters.get("comment_id"));
        if (post.isEmpty() || !isNumber(post.get(1))) {
            return Optional.empty();
        }
        if (comment != null) {
            return Optional.of(post.get(1) + "_" + comment).filter(it -> isNumber(comment));
        }
        return Optional.of(post.get(0) + "_" + post.get(1)).filter(it -> isNumber(post.get(0)));
    }

    /** The page, which may be a name, and the post. */
    private static List<String> post(String path, Map<String, String> parameters) {
        if (path.equals("/permalink.php") || path.equals("/story.php")) {
            return List.of(parameters.getOrDefault("id", ""), parameters.getOrDefault("story_fbid", ""));
        }
        for (Pattern pattern : List.of(FACEBOOK_POST, GRAPH_POST)) {
            Matcher post = pattern.matcher(path);
            if (post.matches()) {
                return List.of(post.group(1), post.group(2));
            }
        }
        return List.of();
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static Optional<String> group(Pattern pattern, String path) {
        Matcher found = pattern.matcher(path);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String host(URI uri) {
        return SUBDOMAIN.matcher(uri.getHost().toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** Of namesakes the first counts. */
    private static Map<String, String> parameters(URI uri) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Arrays.stream(query.split("&"))
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2)
                .collect(Collectors.toMap(
                        it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8), (one, other) -> one));
    }
}
