package dev.tributary.console;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of contacts call by name. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PeopleConfiguration {

    @Bean
    ForeignWords foreign() {
        return new ForeignWords();
    }

    @Bean
    FieldWords fieldWords() {
        return new FieldWords();
    }

    @Bean
    FileWords fileWords() {
        return new FileWords();
    }
}
