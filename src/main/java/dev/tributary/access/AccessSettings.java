package dev.tributary.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people get in.
 *
 * @param https whether a proxy before us ends TLS: cookies are then for https alone, and browsers are told to use nothing else
 */
@ConfigurationProperties("tributary.access")
record AccessSettings(@DefaultValue("false") boolean https) {}
