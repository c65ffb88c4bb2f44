package dev.tributary.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI page says of all operations together. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ApiDescription {

    private static final String PROBLEM = "application/problem+json";

    /** Every operation may answer with one of these. */
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "A parameter cannot be understood; the problem names it",
            "401", "Nobody is signed in, or the token counts no more",
            "403", "The role does not open this door",
            "404", "What was asked for is not there");

    @Bean
    OpenAPI apiDescriptionOfAll() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Tributary")
                                .version("1")
                                .description(
                                        "The history of social conversations, one timeline for each contact of the CRM. Lists come part by"
                                                + " part: pass next on as after. Times are UTC. Errors are problem+json (RFC 9457)."))
                .components(new Components()
                        .addSchemas("Problem", problem())
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token of 'tributary token add', in the header Authorization"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("JSESSIONID")
                                        .description("Whoever is signed in at the console")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    OpenApiCustomizer apiProblemsOfAll() {
        return api ->
                api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::problems));
    }

    private static void problems(Operation operation) {
        PROBLEMS.forEach((status, meaning) -> operation
                .getResponses()
                .computeIfAbsent(
                        status,
                        any -> new ApiResponse()
                                .description(meaning)
                                .content(new Content()
                                        .addMediaType(
                                                PROBLEM,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/Problem"))))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("title", new StringSchema().example("Bad Request"))
                .addProperty("status", new IntegerSchema().example(400))
                .addProperty("detail", new StringSchema().example("'limit' must be from 1 to 200"))
                .addProperty("instance", new StringSchema().example("/api/runs"))
                .addProperty(
                        "parameter",
                        new StringSchema()
                                .description("The parameter that is wrong")
                                .example("limit"));
    }
}
