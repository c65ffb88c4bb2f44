package dev.tributary.extract;

import dev.tributary.decode.DecodeLimits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ExtractSettings.class, DecodeLimits.class})
class ExtractConfiguration {}
