// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.escape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.base.Threads;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.engine.Todos.TodoQuery;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory;
import officina.sandbox.SandboxLevel;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * A stranger's plug-in in its real process tries to get at what it was not given: over the pipes, through the proxy and
 * beside both. What the broker refuses has to be a row of the activity log, with plug-in, permission and resource.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostEscapeTests {

    private static final Permission READS = new Permission(PermissionType.STORE_READ, "todo");
    private static final Permission WRITES = new Permission(PermissionType.STORE_WRITE, "todo");
    private static final Permission ANYWHERE = new Permission(PermissionType.NET_CONNECT, Permission.ANY);

    /** What a cloud machine tells of itself to whoever asks from within. */
    private static final String METADATA = "169.254.169.254:80";

    /** Addresses of a host, one for each look-up. */
    private final Map<String, List<String>> names = new ConcurrentHashMap<>();

    /** What was asked of the server that it may reach, and of the one that it may not. */
    private final List<String> reached = new CopyOnWriteArrayList<>();

    private final List<String> breached = new CopyOnWriteArrayList<>();
    private HttpServer granted;
    private HttpServer forbidden;

    /** What succeeds where nothing keeps it in, by its place: only that shows something. */
    private final Set<Integer> counted = new TreeSet<>();

    private int tried;
    private int denied;
    private final Map<String, String> wrong = new TreeMap<>();

    @BeforeEach
    void serve() throws IOException {
        tried = 0;
        denied = 0;
        wrong.clear();
        reached.clear();
        breached.clear();
        granted = served(reached);
        forbidden = served(breached);
    }

    private HttpServer served(List<String> log) throws IOException {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.setExecutor(Threads.perTask("server"));
        made.createContext("/", exchange -> answer(log, exchange));
        made.start();
        return made;
    }

    private void answer(List<String> log, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        log.add(path);
        try (exchange) {
            String leads =
                    switch (path) {
                        case "/to-metadata" -> "http://" + METADATA + "/latest/meta-data/";
                        case "/to-other" -> "http://" + at(forbidden) + "/secret";
                        default -> "";
                    };
            if (!leads.isEmpty()) {
                exchange.getResponseHeaders().set("Location", leads);
            }
            exchange.sendResponseHeaders(leads.isEmpty() ? 200 : 302, -1);
        }
    }

    @AfterEach
    void stop() {
        granted.stop(0);
        forbidden.stop(0);
    }

    private static String at(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private List<InetAddress> find(String host) throws UnknownHostException {
        List<String> known = names.getOrDefault(host, List.of());
        if (known.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.ofLiteral(known.size() == 1 ? known.getFirst() : known.removeFirst()));
    }

    @Test
    void nothing_gets_out_at_the_level_of_bubblewrap(TestReporter reporter) throws Exception {
        nothingGetsOut(factory(SandboxLevel.BUBBLEWRAP), reporter);
    }

    @Test
    void nothing_gets_out_at_the_level_of_lockdown(TestReporter reporter) throws Exception {
        nothingGetsOut(factory(SandboxLevel.LOCKDOWN), reporter);
    }

    /** The product's own, found by its name: no bundle sees another's inside. Skipped where that level does not hold. */
    private static SandboxFactory.Tried factory(SandboxLevel level) throws ReflectiveOperationException {
        Optional<Path> bubblewrap = level == SandboxLevel.BUBBLEWRAP
                ? Optional.of(Path.of("/usr/bin/bwrap")).filter(Files::isExecutable)
                : Optional.empty();
        SandboxFactory made = (SandboxFactory) Class.forName("officina.sandbox.internal.LocalSandboxFactory")
                .getConstructor(Optional.class, boolean.class)
                .newInstance(bubblewrap, System.getProperty("os.name", "").equals("Linux"));
        SandboxFactory.Tried tried = made.open();
        if (tried.sandbox().level() != level) {
            tried.sandbox().close();
        }
        assumeTrue(
                tried.sandbox().level() == level,
                () -> level + " does not hold here: " + tried.report().missing());
        return tried;
    }

    private void nothingGetsOut(SandboxFactory.Tried tried, TestReporter reporter) throws Exception {
        SandboxLevel level = tried.sandbox().level();
        try (Sandbox _ = tried.sandbox();
                IntrudedEngine engine = new IntrudedEngine(() -> tried, this::find)) {
            Path neighbour = neighbour(engine);
            install(engine);
            whatIsGrantedIsDone(engine, level);
            beside(engine, neighbour);
            byTheInterfaces(engine);
            belowTheInterfaces(engine);
            outOfTheMachine(engine, level);
            floods(engine);
            assertEquals("done still", engine.told("say still"), "the engine and its plug-in go on");
        }
        reporter.publishEntry(Map.of(
                "level", level.toString(),
                "attempts", Integer.toString(this.tried),
                "successes", Integer.toString(wrong.size()),
                "denials found in the activity log", Integer.toString(denied)));
        assertEquals(Map.of(), wrong);
        assertEquals(List.of(), breached);
    }

    /** Another plug-in at work; the folder that it works in. */
    private static Path neighbour(IntrudedEngine engine) throws IOException, InterruptedException {
        Set<Path> before = workFolders();
        engine.install(
                new SampleJar().named("other").calling("agent.other").with(Intruder.class),
                IntrudedEngine.NEIGHBOUR,
                READS,
                WRITES);
        assertEquals("done hello", engine.told(Intruder.TO_THE_OTHER + "say hello"));
        return workFolders().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Path> workFolders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> each.getFileName().toString().startsWith("officina-plugins-"))
                    .filter(Files::isDirectory)
                    .collect(Collectors.toSet());
        }
    }

    /** A sandbox that holds everything holds nothing in particular. */
    private void whatIsGrantedIsDone(IntrudedEngine engine, SandboxLevel level) throws InterruptedException {
        for (String each : List.of(
                "say hello",
                "own words",
                "relative 0 project",
                "records create todo",
                "records list todo",
                "fetch http://" + at(granted) + "/")) {
            assertTrue(engine.told(each).startsWith("done "), () -> each + ": not done");
        }
        assertEquals(
                level == SandboxLevel.BUBBLEWRAP ? "done HTTP/1.1 200" : "held IllegalStateException nothing there",
                engine.told("proxy " + at(granted)));
        assertEquals(List.of("/"), reached, "what goes through the proxy is not asked for");
    }

    /** What the system itself keeps from it: files, variables, processes and sockets. */
    private final class Grounds implements AutoCloseable {

        private final Path folder = Files.createTempDirectory(Path.of("/tmp"), "ground");
        private final Path secret = Files.writeString(folder.resolve("secret"), "secret");
        private final Path socket = folder.resolve("s");
        private final ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        private final Process victim = new ProcessBuilder("/usr/bin/sleep", "600").start();
        private final String name = InetAddress.getLocalHost().getHostName();
        private final Path data;
        private final Path neighbour;

        Grounds(IntrudedEngine engine, Path neighbour) throws IOException {
            this.neighbour = neighbour;
            data = engine.data();
            listening.bind(UnixDomainSocketAddress.of(socket));
        }

        /** The same in the same order for each engine. */
        List<String> orders() {
            List<String> all = new ArrayList<>();
            for (Path each : List.of(
                    secret,
                    data.resolve("vault.keys"),
                    neighbour.resolve("plugin.jar"),
                    Path.of("/etc/shadow"),
                    Path.of("/etc/passwd"))) {
                all.addAll(List.of("read " + each, "read-by-link " + each, "read-by-hard-link " + each));
            }
            for (Path each : List.of(data, folder, neighbour, neighbour.resolve("framework"))) {
                all.addAll(List.of("list " + each, "write " + each.resolve("mine")));
            }
            int port = forbidden.getAddress().getPort();
            all.addAll(List.of(
                    "list /var/log",
                    "read /proc/" + victim.pid() + "/environ",
                    "list /proc/" + victim.pid() + "/fd",
                    "variable PATH",
                    "run /usr/bin/true",
                    "unix " + socket,
                    "tcp 127.0.0.1 " + port,
                    "tcp 169.254.169.254 80",
                    "udp 127.0.0.1 " + port,
                    "look-up " + name,
                    "look-up example.org",
                    "end " + victim.pid()));
            return all;
        }

        @Override
        public void close() throws Exception {
            victim.destroyForcibly().waitFor();
            listening.close();
            try (Stream<Path> all = Files.list(folder)) {
                for (Path each : all.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    /** Those that succeed where nothing keeps it in. */
    private void beside(IntrudedEngine engine, Path neighbour) throws Exception {
        try (Grounds grounds = new Grounds(engine, neighbour)) {
            List<String> orders = grounds.orders();
            for (int each : counted) {
                held(engine, orders.get(each));
            }
        }
    }

    @BeforeAll
    void make_the_attempts_where_nothing_keeps_it_in() throws Exception {
        serve();
        try (IntrudedEngine engine = new IntrudedEngine(new NoSandbox(), this::find)) {
            Path neighbour = neighbour(engine);
            install(engine);
            try (Grounds grounds = new Grounds(engine, neighbour)) {
                List<String> orders = grounds.orders();
                for (int i = 0; i < orders.size(); i++) {
                    if (engine.told(orders.get(i)).startsWith("done ")) {
                        counted.add(i);
                    }
                }
            }
        } finally {
            stop();
        }
        assertTrue(counted.size() > 20, () -> "only " + counted + " succeed outside");
    }

    private void install(IntrudedEngine engine) throws IOException {
        engine.install(
                new SampleJar()
                        .with(Intruder.class)
                        .importing("officina.api.document")
                        .connecting(),
                IntrudedEngine.INTRUDER,
                READS,
                WRITES,
                ANYWHERE,
                new Permission(PermissionType.NET_CONNECT, at(granted)));
    }

    /** What the broker refuses. */
    private void byTheInterfaces(IntrudedEngine engine) throws Exception {
        String project = engine.engine().projects().list().getFirst().id().toString();
        for (String kind : List.of(
                "grant", "installed-bundle", "trusted-key", "plugin-catalog", "setting", "session", "project")) {
            denied(engine, "records create " + kind, PermissionType.STORE_WRITE, kind, kind);
            denied(engine, "records list " + kind, PermissionType.STORE_READ, kind, kind);
        }
        denied(
                engine,
                "records update project " + project,
                PermissionType.STORE_WRITE,
                "project",
                "project/" + project);
        denied(
                engine,
                "records delete project " + project,
                PermissionType.STORE_WRITE,
                "project",
                "project/" + project);
        held(engine, "records delete todo " + project);
        String file = engine.data().resolve("vault.keys").toString();
        denied(engine, "document " + file, PermissionType.FS_READ, file, file);
        denied(engine, "notify Hello", PermissionType.NOTIFY, Permission.ANY, "notification");
        held(engine, "tool agent.task forget");
        denied(
                engine,
                "fetch http://" + at(granted) + "/ other.key",
                PermissionType.SECRET_USE,
                "other.key",
                "other.key to " + at(granted));
        // in a line of its own the words would be an event
        assertEquals("done told", engine.told("tell on\\n{\"type\":\"run.finished\"}"));
        tried++;
        engine.told("keep it");
        held(engine, "late project");
    }

    /** Messages that the host's own code would never send. */
    private void belowTheInterfaces(IntrudedEngine engine) throws Exception {
        int grants =
                engine.engine().plugins().find(IntrudedEngine.INTRUDER).rights().size();
        long before =
                engine.engine().activity().list(ActivityQuery.NEWEST).getFirst().position();
        for (long number : List.of(0L, -1L, 4_711L, Long.MAX_VALUE)) {
            held(engine, "object " + number + " project");
        }
        for (String method : List.of("getClass", "hashCode", "close", "emit", "grant", "append", "wait", "")) {
            held(engine, "relative 0 " + method);
        }
        held(engine, "relative 1000 project");
        for (String method : List.of(
                "plugins.grant",
                "plugins.install",
                "runs.start",
                "sessions.delete",
                "keys.change",
                "data.erase",
                "x")) {
            held(engine, "request " + method);
        }
        for (String line : List.of(
                "{\"jsonrpc\":\"2.0\",\"method\":\"events.append\",\"params\":{\"type\":\"run.finished\",\"run\":\"1\"}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"object.cancel\",\"params\":{\"id\":1}}",
                "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"object.call\",\"params\":{\"object\":\"1\",\"method\":\"project\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"object.call\",\"params\":{\"object\":1.5}}")) {
            engine.told("line " + line);
            tried++;
        }
        engine.told("answers of nobody");
        tried++;
        assertEquals("done after", engine.told("say after"), "its own words, and no forged ones");
        assertEquals(
                grants,
                engine.engine().plugins().find(IntrudedEngine.INTRUDER).rights().size());
        Set<PluginId> actors = engine.engine().activity().list(ActivityQuery.NEWEST).stream()
                .filter(each -> each.position() > before)
                .map(each -> each.origin().actor())
                .collect(Collectors.toSet());
        if (!Set.of(PluginId.USER, PluginId.OFFICINA, IntrudedEngine.INTRUDER).containsAll(actors)) {
            wrong.put("events in other names", actors.toString());
        }
        assertEquals(1, engine.engine().todos().list(TodoQuery.ALL).size());
    }

    /** To servers: as requests that are sent for it, and by a client of its own where it has a way out. */
    private void outOfTheMachine(IntrudedEngine engine, SandboxLevel level) throws Exception {
        String local = "localhost:" + forbidden.getAddress().getPort();
        String evil = "evil.example:" + forbidden.getAddress().getPort();
        for (String place : List.of(METADATA, at(forbidden), local, evil, "metadata.google.internal:80")) {
            resolve();
            denied(engine, "fetch http://" + place + "/", PermissionType.NET_CONNECT, place, place);
            resolve();
            connected(engine, level, place);
        }
        // a name that leads elsewhere each time that somebody asks
        names.put("evil.example", new ArrayList<>(List.of("240.0.0.1", "127.0.0.1")));
        denied(engine, "fetch http://" + evil + "/", PermissionType.NET_CONNECT, evil, evil);
        names.put("evil.example", new ArrayList<>(List.of("240.0.0.1", "127.0.0.1")));
        connected(engine, level, evil);
        denied(engine, "fetch http://" + at(granted) + "/to-metadata", PermissionType.NET_CONNECT, METADATA, METADATA);
        denied(
                engine,
                "fetch http://" + at(granted) + "/to-other",
                PermissionType.NET_CONNECT,
                at(forbidden),
                at(forbidden));
        for (String place : List.of(
                "2852039166:80", "0xa9fea9fe:80", "127.1:80", "[::ffff:169.254.169.254]:80", "me@" + at(granted))) {
            held(engine, "fetch http://" + place + "/");
            held(engine, "proxy " + place);
        }
        String here = at(granted);
        for (String head : List.of(
                "GET http://" + here + "/ HTTP/1.1\\r\\nHost: " + here + "\\r\\n\\r\\n",
                "CONNECT " + here + " HTTP/1.1\\r\\n\\r\\nCONNECT " + at(forbidden) + " HTTP/1.1\\r\\n\\r\\n",
                "CONNECT " + here + " HTTP/1.1\\r\\nContent-Length: 5\\r\\n\\r\\n",
                "CONNECT " + here + " HTTP/1.1\\n\\n\\r\\n\\r\\n",
                "BIND " + here + " HTTP/1.1\\r\\n\\r\\n")) {
            held(engine, "proxy-raw " + head);
        }
    }

    private void resolve() {
        names.put("localhost", List.of("127.0.0.1"));
        names.put("evil.example", List.of("127.0.0.1"));
        names.put("metadata.google.internal", List.of("169.254.169.254"));
    }

    private void connected(IntrudedEngine engine, SandboxLevel level, String place) throws InterruptedException {
        if (level == SandboxLevel.BUBBLEWRAP) {
            denied(engine, "proxy " + place, PermissionType.NET_CONNECT, place, place);
        } else {
            held(engine, "proxy " + place);
        }
    }

    /** More than anybody takes. Where that is no message its process ends, and is there again for the next order. */
    private void floods(IntrudedEngine engine) throws InterruptedException {
        for (String each : List.of("endless {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":", "endless ", "nested 200000")) {
            held(engine, each);
            assertEquals("done again", again(engine), each);
        }
        for (String each : List.of("flood 64", "at-once 2000")) {
            engine.told(each);
            tried++;
            assertEquals("done again", again(engine), each);
        }
    }

    /** One that keeps ending is given pauses. */
    private static String again(IntrudedEngine engine) throws InterruptedException {
        String told = engine.told("say again");
        while (told.equals("held plugin.pausing")) {
            told = engine.told("say again");
        }
        return told;
    }

    private void held(IntrudedEngine engine, String order) throws InterruptedException {
        tried++;
        String told = engine.told(order);
        if (!told.startsWith("held ")) {
            wrong.put(order, told);
        }
    }

    /** Held by the broker, and written down: who wanted what, and of what. */
    private void denied(IntrudedEngine engine, String order, PermissionType type, String permission, String resource)
            throws InterruptedException {
        long before = newest(engine);
        held(engine, order);
        ActivityEntry row = null;
        long end = System.nanoTime() + 10_000_000_000L;
        while (row == null && System.nanoTime() < end) {
            row = rows(engine).stream()
                    .filter(each -> each.position() > before && isThat(engine, each, type, permission))
                    .findFirst()
                    .orElse(null);
        }
        if (row == null
                || row.status() != ActivityEntry.Status.DENIED
                || !row.resource().equals(resource)) {
            wrong.put(
                    order + " is not logged",
                    String.valueOf(row) + rows(engine).stream().limit(3).toList());
        } else {
            denied++;
        }
    }

    private static long newest(IntrudedEngine engine) {
        return engine.engine().activity().list(ActivityQuery.NEWEST).stream()
                .mapToLong(ActivityEntry::position)
                .max()
                .orElse(0);
    }

    private static List<ActivityEntry> rows(IntrudedEngine engine) {
        return engine.engine()
                .activity()
                .list(new ActivityQuery(
                        null, IntrudedEngine.INTRUDER, "access.denied", null, null, null, Long.MAX_VALUE, 50));
    }

    private static boolean isThat(IntrudedEngine engine, ActivityEntry row, PermissionType type, String resource) {
        return engine.engine().runs().events(row.run()).stream()
                .filter(each -> each.position() == row.position())
                .anyMatch(each -> each.event() instanceof RunEvent.AccessDenied(var access)
                        && access.plugin().equals(IntrudedEngine.INTRUDER)
                        && access.permission().equals(new Permission(type, resource)));
    }
}
