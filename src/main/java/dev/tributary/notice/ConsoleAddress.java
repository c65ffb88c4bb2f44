package dev.tributary.notice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people find the pages of {@code tributary serve}.
 *
 * @param url such as {@code https://tributary.example.org}; null where nobody said so
 */
@ConfigurationProperties("tributary.console")
record ConsoleAddress(@Nullable String url) {

    /** The address of a page; empty where nobody said where the pages are. */
    Optional<String> of(String path) {
        return url == null || url.isBlank()
                ? Optional.empty()
                : Optional.of(url.strip().replaceAll("/+$", "") + path);
    }
}
