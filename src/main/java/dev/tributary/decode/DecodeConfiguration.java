package dev.tributary.decode;

import dev.tributary.run.Home;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecodeLimits.class)
class DecodeConfiguration {

    @Bean
    Decoder decoder(Home home, DecodeLimits limits) {
        return new Decoder(home, limits);
    }
}
