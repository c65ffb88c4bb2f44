package dev.tributary.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.tributary.access.Users;
import dev.tributary.inbox.Inbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description = {
            "Shows the console, and takes in what platforms push, until it is stopped by ctrl-c or SIGTERM; requests under",
            "way end first. The first start makes one user, admin, and tells the password once; 'tributary user' makes more.",
            "Each source of kind webhook has an address, /inbox/SOURCE, that you enter at the platform. A delivery is",
            "acknowledged when it is on the disk; the next sync takes it in. Put a proxy with TLS before it: platforms",
            "want https."
        })
final class ServeCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where to listen; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "The address of this machine to listen at; 0.0.0.0 for all of them (default: ${DEFAULT-VALUE}).")
    private String address;

    @Option(
            names = "--probe",
            description = "Start nothing; ask the server at this port whether it is ready: exit code 0 if so, else 1.")
    private boolean probe;

    @SuppressWarnings("NullAway.Init")
    ServeCommand(Session session) {
        this.session = session;
    }

    private record Served(String source, String url) {}

    /** @param firstAdmin null but at the first start */
    private record Serving(
            String address,
            List<Served> inbox,
            @JsonInclude(Include.NON_NULL) Users.@Nullable Given firstAdmin) {}

    private record Probed(boolean ready) {}

    @Override
    public Integer call() {
        if (probe) {
            return probed();
        }
        checkThatItIsFree();
        Map<String, Object> settings =
                Map.of("spring.main.web-application-type", "servlet", "server.port", port, "server.address", address);
        return session.with(settings, application -> {
            CountDownLatch closed = new CountDownLatch(1);
            ApplicationListener<ContextClosedEvent> listener = event -> closed.countDown();
            application.addApplicationListener(listener);
            tell(application);
            await(closed);
            return ExitCode.COMPLETED;
        });
    }

    private int probed() {
        try {
            boolean ready = new Probe(address, port).isReady();
            if (session.isJson()) {
                Answer.json(spec, new Probed(ready));
            } else {
                Answer.print(spec, ready ? "Ready." : "Nobody is ready at " + address + " port " + port + ".");
            }
            return ready ? ExitCode.COMPLETED : ExitCode.FAILED;
        } catch (UnknownHostException nowhere) {
            throw new ParameterException(spec.commandLine(), "--address: there is no address " + address);
        }
    }

    private void checkThatItIsFree() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535");
        }
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            free.setReuseAddress(true);
        } catch (UnknownHostException nowhere) {
            throw new ParameterException(spec.commandLine(), "--address: there is no address " + address);
        } catch (IOException taken) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Nobody can listen at " + address + " port " + port + " (" + taken.getMessage()
                            + "); name another --port or --address");
        }
    }

    private void tell(ConfigurableApplicationContext application) {
        String at = "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":"
                + application.getEnvironment().getProperty("local.server.port");
        List<Served> served = application.getBean(Inbox.class).sources().stream()
                .map(source -> new Served(source, at + Inbox.path(source)))
                .toList();
        Users.Given admin = application.getBean(Users.class).firstAdmin().orElse(null);
        if (session.isJson()) {
            Answer.json(spec, new Serving(at, served, admin));
        } else {
            Answer.print(spec, text(at, served));
            if (admin != null) {
                Answer.print(
                        spec,
                        "The first user is " + admin.name() + ", and the password " + admin.password()
                                + ". It is shown this once; 'tributary user password' gives another.");
            }
        }
    }

    private static String text(String at, List<Served> served) {
        String inbox = served.isEmpty()
                ? "nothing, for no source is of kind webhook"
                : served.stream().map(Served::url).collect(Collectors.joining(" "));
        return "Listening at " + at + ". Inbox: " + inbox + ". Help: tributary serve --help";
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
