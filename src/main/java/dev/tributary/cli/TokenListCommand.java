package dev.tributary.cli;

import dev.tributary.access.ApiToken;
import dev.tributary.access.ApiTokens;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Shows the tokens of programs, without the tokens themselves.")
final class TokenListCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    TokenListCommand(Session session) {
        this.session = session;
    }

    private record Listed(List<ApiToken> tokens) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            List<ApiToken> tokens = application.getBean(ApiTokens.class).all();
            if (session.isJson()) {
                Answer.json(spec, new Listed(tokens));
            } else {
                Answer.print(
                        spec,
                        tokens.isEmpty()
                                ? "No program has a token; 'tributary token add' makes one."
                                : tokens.stream()
                                        .map(TokenListCommand::text)
                                        .collect(Collectors.joining(System.lineSeparator())));
            }
            return ExitCode.COMPLETED;
        });
    }

    private static String text(ApiToken token) {
        return String.format("%4d  %-20s %s", token.id(), token.client(), new TreeSet<>(token.roles()))
                + day(", made ", token.createdAt())
                + day(", last used ", token.usedAt())
                + day(", expires ", token.expiresAt())
                + day(", revoked ", token.revokedAt());
    }

    private static String day(String what, @Nullable LocalDateTime at) {
        return at == null ? "" : what + at.toLocalDate();
    }
}
