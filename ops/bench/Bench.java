import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures Tributary against the plain load of the same rows; started by {@code ops/bench/run}, which says what it needs. */
final class Bench {

    private static final int A_FEW = 1_000;
    private static final int TICKS_A_SECOND = 100;
    private static final String ALL = "SELECT * FROM interaction WHERE id %% 2 = %d";

    private final Path scratch;
    private final String server = env("BENCH_URL");
    private final List<String> rows = new ArrayList<>();

    private Bench(Path scratch) {
        this.scratch = scratch;
    }

    public static void main(String[] arguments) throws Exception {
        Bench bench = new Bench(Path.of(arguments[0]));
        bench.awaitServer();
        List<Integer> sizes = Stream.of(arguments).skip(1).map(Integer::valueOf).toList();
        for (int size : sizes.isEmpty() ? List.of(100_000, 1_000_000) : sizes) {
            bench.measure(size);
        }
        String table = bench.table();
        System.out.print(table);
        if (System.getenv("BENCH_TABLE") != null) {
            Files.writeString(Path.of(System.getenv("BENCH_TABLE")), table);
        }
    }

    /** A container answers some seconds after it was started, and once in between. */
    private void awaitServer() throws Exception {
        long until = System.nanoTime() + 600_000_000_000L;
        for (int answers = 0; answers < 2; Thread.sleep(2_000)) {
            try {
                connect("").close();
                answers++;
            } catch (SQLException notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                answers = 0;
            }
        }
    }

    /** What a process took: seconds by the clock and of processor time, and the most memory it held. */
    private record Cost(double seconds, double cpu, long megabytes) {}

    private void measure(int interactions) throws Exception {
        String database = "bench_" + interactions;
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database);
            statement.execute("CREATE DATABASE " + database);
        }
        Path home = scratch.resolve(database);
        String to = home.toString();
        String people = String.valueOf(Math.max(1, interactions / 5));
        String contacts = String.valueOf(Math.max(1, interactions / 10));
        tributary(database, "generate", "--interactions", String.valueOf(interactions),
                "--people", people, "--contacts", contacts, "--to", to);
        Cost first = tributary(database, "--home", to, "sync");
        Floor floor = floor(database);
        line(interactions, "`LOAD DATA LOCAL`, one connection (the floor)", floor.one, floor.rows, floor);
        line(interactions, "the same, two connections", floor.two, floor.rows, floor);
        line(interactions, "first sync", first, floor.rows, floor);
        line(interactions, "the same files again", tributary(database, "--home", to, "sync", "--again"), floor.rows, floor);
        if (!env("BENCH_RESTAGE").equals("no")) {
            line(interactions, "restage of all", tributary(database, "--home", to, "sync", "--restage"), floor.rows, floor);
        }
        int more = Math.max(1, interactions / 100);
        tributary(database, "generate", "--more", String.valueOf(more), "--to", to);
        line(interactions, "1 % new", tributary(database, "--home", to, "sync", "--again"), more, floor);
        try (Server running = new Server(database, to)) {
            for (int warm = 0; warm < 2; warm++) {
                tributary(database, "generate", "--more", String.valueOf(more), "--to", to);
                running.night();
            }
            tributary(database, "generate", "--more", String.valueOf(more), "--to", to);
            line(interactions, "1 % new, in a server that runs", running.night(), more, floor);
            tributary(database, "generate", "--more", String.valueOf(A_FEW), "--to", to);
            line(interactions, "1,000 new, in a server that runs", running.night(), A_FEW, floor);
        }
        try (Connection connection = connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + database);
        }
    }

    private void line(int interactions, String what, Cost cost, long records, Floor floor) {
        String line = String.format(Locale.ROOT, "| %,d | %s | %.1f | %s | %s | %,.0f | %.1f |",
                interactions, what, cost.seconds,
                cost.cpu == 0 ? "" : String.format(Locale.ROOT, "%.1f", cost.cpu),
                cost.megabytes == 0 ? "" : String.format(Locale.ROOT, "%,d", cost.megabytes),
                records / cost.seconds, cost.seconds / floor.one.seconds);
        System.err.println(line);
        rows.add(line);
    }

    private String table() throws IOException {
        String cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(it -> it.startsWith("model name")).findFirst().map(it -> it.replaceAll(".*: ", "")).orElse("?");
        String memory = Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D", "");
        String head = String.format(Locale.ROOT, "%s, %d cores (%s), %d GiB, MySQL on the same machine, JAVA_OPTS=%s",
                LocalDate.now(), Runtime.getRuntime().availableProcessors(), cpu,
                Math.round(Long.parseLong(memory) / 1024.0 / 1024.0), env("JAVA_OPTS"));
        return head + "\n\n"
                + "| interactions | what | seconds | CPU seconds of Tributary | peak memory, MB | rows a second | times the floor |\n"
                + "|---:|---|---:|---:|---:|---:|---:|\n"
                + String.join("\n", rows) + "\n";
    }

    /** {@code tributary serve}, and an operator who starts its nights at the console. */
    private final class Server implements AutoCloseable {
        private static final Pattern TOKEN = Pattern.compile("name=\"csrf-header\" content=\"([^\"]+)\" data-token=\"([^\"]+)\"");

        private final String database;
        private final URI console;
        private final Process process;
        private final HttpClient operator = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        Server(String database, String home) throws Exception {
            this.database = database;
            tributary(database, "--home", home, "user", "add", "bench", "--role", "OPERATOR");
            Matcher password = Pattern.compile("shown this once: (\\S+)").matcher(Files.readString(scratch.resolve("said")));
            if (!password.find()) {
                throw new IllegalStateException(Files.readString(scratch.resolve("said")));
            }
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            console = URI.create("http://localhost:" + port);
            process = command(database, "--home", home, "serve", "--port", String.valueOf(port))
                    .redirectErrorStream(true).redirectOutput(scratch.resolve("served").toFile()).start();
            awaitConsole();
            post("/login", "username=bench&password=" + URLEncoder.encode(password.group(1), StandardCharsets.UTF_8));
        }

        private void awaitConsole() throws Exception {
            long until = System.nanoTime() + 600_000_000_000L;
            for (;;) {
                try {
                    get("/login");
                    return;
                } catch (IOException notYet) {
                    if (!process.isAlive() || System.nanoTime() > until) {
                        throw new IllegalStateException(Files.readString(scratch.resolve("served")), notYet);
                    }
                    Thread.sleep(200);
                }
            }
        }

        /** A night, from when it is asked for until its report is there. */
        Cost night() throws Exception {
            long last = lastRun("");
            double before = cpu();
            long begin = System.nanoTime();
            post("/runs", "job=nightly-sync&again=true&date=" + LocalDate.now(ZoneOffset.UTC));
            while (lastRun("WHERE ended_at IS NOT NULL AND report IS NOT NULL") <= last) {
                if (!process.isAlive() || System.nanoTime() - begin > 3_600_000_000_000L) {
                    throw new IllegalStateException(Files.readString(scratch.resolve("served")));
                }
                Thread.sleep(50);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.err.printf(Locale.ROOT, "%.1f s: a night in a server%n", seconds);
            return new Cost(seconds, cpu() - before, Looks.megabytes(process));
        }

        private double cpu() throws IOException {
            return Looks.cpuSeconds(process);
        }

        private long lastRun(String which) throws SQLException {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(id), 0) FROM sync_run " + which)) {
                row.next();
                return row.getLong(1);
            }
        }

        private String get(String path) throws Exception {
            return operator.send(HttpRequest.newBuilder(console.resolve(path)).build(), BodyHandlers.ofString()).body();
        }

        private void post(String path, String form) throws Exception {
            Matcher token = TOKEN.matcher(get("/login"));
            if (!token.find()) {
                throw new IllegalStateException("The page of the sign-in holds no token");
            }
            int status = operator.send(HttpRequest.newBuilder(console.resolve(path))
                    .header(token.group(1), token.group(2))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString()).statusCode();
            if (status != 302) {
                throw new IllegalStateException(path + " answered " + status);
            }
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            process.waitFor();
        }
    }

    /** What Linux tells of a process. */
    private static final class Looks {

        static double cpuSeconds(Process process) throws IOException {
            String[] stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat")).replaceAll(".*\\) ", "").split(" ");
            return (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) / (double) TICKS_A_SECOND;
        }

        static long megabytes(Process process) throws IOException {
            return Files.readAllLines(Path.of("/proc", "" + process.pid(), "status")).stream()
                    .filter(it -> it.startsWith("VmHWM"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow(IOException::new);
        }
    }

    private ProcessBuilder command(String database, String... arguments) {
        List<String> command = new ArrayList<>(List.of(scratch.resolve("tributary/tributary").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Map.of(
                "SPRING_DATASOURCE_URL", server + database,
                "SPRING_DATASOURCE_USERNAME", env("BENCH_USER"),
                "SPRING_DATASOURCE_PASSWORD", env("BENCH_PASSWORD")));
        return builder;
    }

    private Cost tributary(String database, String... arguments) throws Exception {
        Path said = scratch.resolve("said");
        long begin = System.nanoTime();
        Process process = command(database, arguments).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        double cpu = 0;
        long memory = 0;
        while (process.isAlive()) {
            try {
                cpu = Looks.cpuSeconds(process);
                memory = Looks.megabytes(process);
            } catch (IOException | ArrayIndexOutOfBoundsException ended) {
                // between two looks
            }
            process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != 0 && process.exitValue() != 4) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + process.exitValue() + ":\n" + Files.readString(said));
        }
        System.err.printf(Locale.ROOT, "%.1f s: tributary %s%n", seconds, String.join(" ", arguments));
        if (System.getenv("BENCH_VERBOSE") != null) {
            System.err.println(Files.readString(said).lines().filter(it -> it.contains(" ended after ") || !it.contains(" INFO ")).collect(Collectors.joining("\n")));
        }
        return new Cost(seconds, cpu, memory);
    }

    private record Floor(Cost one, Cost two, long rows) {}

    /** Into an empty table with the same columns and indexes, from files that hold the same rows in the order of their ids. */
    private Floor floor(String database) throws Exception {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL local_infile = 1");
            List<Path> halves = List.of(scratch.resolve("floor-0"), scratch.resolve("floor-1"));
            long rows = 0;
            for (int half = 0; half < 2; half++) {
                rows += dump(connection, String.format(ALL, half), halves.get(half));
            }
            Path whole = scratch.resolve("floor");
            try (OutputStream out = Files.newOutputStream(whole)) {
                for (Path half : halves) {
                    Files.copy(half, out);
                }
            }
            double one = load(database, List.of(whole));
            double two = load(database, halves);
            return new Floor(new Cost(one, 0, 0), new Cost(two, 0, 0), rows);
        }
    }

    private double load(String database, List<Path> files) throws Exception {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS floor");
            statement.execute("CREATE TABLE floor LIKE interaction");
            List<Thread> loading = new ArrayList<>();
            List<Exception> failures = new ArrayList<>();
            long begin = System.nanoTime();
            for (Path file : files) {
                Thread thread = new Thread(() -> {
                    try (Connection own = connect(database);
                            Statement load = own.createStatement()) {
                        load.execute("LOAD DATA LOCAL INFILE '" + file + "' INTO TABLE floor CHARACTER SET binary");
                    } catch (SQLException failure) {
                        failures.add(failure);
                    }
                });
                thread.start();
                loading.add(thread);
            }
            for (Thread thread : loading) {
                thread.join();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
            statement.execute("DROP TABLE floor");
            return seconds;
        }
    }

    private static long dump(Connection connection, String query, Path file) throws Exception {
        long count = 0;
        try (Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = statement.executeQuery(query)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        if (column > 1) {
                            out.write('\t');
                        }
                        escaped(out, row.getBytes(column));
                    }
                    out.write('\n');
                    count++;
                }
            }
        }
        return count;
    }

    private static void escaped(OutputStream out, byte[] value) throws IOException {
        if (value == null) {
            out.write("\\N".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        for (byte each : value) {
            switch (each) {
                case '\\', '\t', '\n' -> {
                    out.write('\\');
                    out.write(each);
                }
                case 0 -> {
                    out.write('\\');
                    out.write('0');
                }
                default -> out.write(each);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                server + database + "?allowLoadLocalInfile=true", env("BENCH_USER"), env("BENCH_PASSWORD"));
    }

    private static String env(String name) {
        return System.getenv().getOrDefault(name, "");
    }
}
