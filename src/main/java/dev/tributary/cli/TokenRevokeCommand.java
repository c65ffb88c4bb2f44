package dev.tributary.cli;

import dev.tributary.access.ApiTokens;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "revoke", description = "Makes a token worthless, at once and for good.")
final class TokenRevokeCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "N", description = "Its number, as 'tributary token list' shows it.")
    private long id;

    @SuppressWarnings("NullAway.Init")
    TokenRevokeCommand(Session session) {
        this.session = session;
    }

    private record Revoked(long id) {}

    @Override
    public Integer call() {
        return session.with(application -> {
            application.getBean(ApiTokens.class).revoke(id);
            Trail.access(application, "token revoke " + id);
            if (session.isJson()) {
                Answer.json(spec, new Revoked(id));
            } else {
                Answer.print(spec, "Token " + id + " opens nothing any more.");
            }
            return ExitCode.COMPLETED;
        });
    }
}
