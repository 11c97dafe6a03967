// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start scripts, with a stand-in for Java that writes down how it was called. */
class StartScriptTests {

    private static final Path FEATURES = Repository.ROOT.resolve("features");

    private static final List<String> NOTHING_LEFT = List.of(
            "-XX:-UsePerfData",
            "-XX:ErrorFile=/dev/null",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:-HeapDumpOnOutOfMemoryError");

    private static final String GUARD =
            "|-XX:+UnlockDiagnosticVMOptions|-XX:DisableIntrinsic=_galoisCounterMode_AESCrypt|";

    @TempDir
    private Path folder;

    private Path product;
    private Path home;
    private Path path;
    private String options = "";

    @BeforeEach
    void makeProduct() throws IOException {
        product = Files.createDirectories(folder.resolve("a product"));
        home = Files.createDirectories(folder.resolve("home"));
        path = Files.createDirectories(folder.resolve("path"));
        // a program that is part of no JDK hides that of the machine
        Files.createSymbolicLink(path.resolve("java"), Path.of("/bin/true"));
        for (String root : List.of(
                "officina.headless.feature/rootfiles/linux",
                "officina.workbench.feature/rootfiles/linux",
                "officina.runtime.feature/rootfiles/linux")) {
            copy(FEATURES.resolve(root));
        }
        // what is learnt beside a command is another matter, and would still write while the folder is deleted
        Files.delete(product.resolve("settings/learn.sh"));
        Files.createDirectories(product.resolve("plugins"));
        Files.createFile(product.resolve("plugins/org.eclipse.equinox.launcher_1.0.0.jar"));
        Files.createFile(product.resolve("plugins/officina.cli_1.0.0.7.jar"));
        Files.writeString(product.resolve("artifacts.xml"), "<artifacts/>");
        Files.createDirectories(product.resolve("jre/bin"));
        Files.writeString(product.resolve("jre/release"), "JAVA_VERSION=\"25.0.3\"\n");
    }

    @Test
    void the_window_starts_again_on_exit_code_23_only() throws Exception {
        java("[ $(wc -l <\"$HOME/calls\") -ge 3 ] || exit 23; exit 7");

        assertEquals(7, start("officina-workbench").waitFor());
        assertEquals(3, calls().size());
    }

    @Test
    void a_signal_to_the_script_reaches_the_program() throws Exception {
        java("trap 'echo told >>\"$HOME/signal\"; exit 9' TERM; : >\"$HOME/up\"; while :; do sleep 0.1; done");

        Process script = start("officina-workbench");
        awaitFile(home.resolve("up"));
        script.destroy();

        assertTrue(script.waitFor(10, TimeUnit.SECONDS), "still running");
        assertEquals(9, script.exitValue());
        assertEquals("told\n", Files.readString(home.resolve("signal")));
    }

    @Test
    void arguments_arrive_marked_and_whole() throws Exception {
        java("exit 0");

        start("officina", "todo", "add", "-data", "two words", "", "*").waitFor();

        assertTrue(calls().getFirst().endsWith("|=todo|=add|=-data|=two words|=|=*|"), calls().getFirst());
    }

    @Test
    void a_descriptor_that_the_caller_has_not_opened_is_named() throws Exception {
        java("printf '%s' \"${OFFICINA_CLOSED-}\" >\"$HOME/closed\"; printf '%s' $$ >\"$HOME/process\"");

        start("officina", "keys", "show", "--passphrase-fd", "8", "--phrase-fd=0", "--key-fd=9")
                .waitFor();
        assertEquals(Files.readString(home.resolve("process")) + " 8 9", Files.readString(home.resolve("closed")));

        start("officina", "keys", "show", "--passphrase-fd", "0").waitFor();
        assertEquals("", Files.readString(home.resolve("closed")));
    }

    @Test
    void what_the_caller_wants_of_java_reaches_every_program() throws Exception {
        java("exit 0");
        options = "-Done=1 -Dtwo=2";

        start("officina", "--help").waitFor();
        start("officina", "todo", "list").waitFor();
        start("officina-workbench").waitFor();

        assertEquals(3, calls().size());
        for (String call : calls()) {
            assertTrue(call.contains("|-Done=1|-Dtwo=2|"), call);
        }
    }

    @Test
    void without_an_engine_a_command_starts_the_platform() throws Exception {
        java("exit 0");

        start("officina", "todo", "list", "--data", folder.toString()).waitFor();

        assertTrue(calls().getFirst().contains("/org.eclipse.equinox.launcher_1.0.0.jar|"), calls().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data DATA", "--data=DATA"})
    void where_an_engine_listens_a_command_attaches(String option) throws Exception {
        java("exit 0");
        Path data = Files.createDirectories(folder.resolve("d"));
        try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(UnixDomainSocketAddress.of(data.resolve("engine.sock")));
            List<String> words = new ArrayList<>(List.of("todo", "list"));
            words.addAll(List.of(option.replace("DATA", data.toString()).split(" ")));

            start("officina", words.toArray(String[]::new)).waitFor();

            String attached = calls().stream()
                    .filter(call -> call.contains("|todo|list|"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(attached.startsWith("@" + product.resolve("settings/attached.options") + "|"), attached);
            assertTrue(attached.contains("|-Dofficina.version=1.0.0.7|"), attached);
            assertTrue(
                    attached.contains("|officina.cli.AttachedCommandLine|todo|list|"
                            + option.replace(" ", "|").replace("DATA", data.toString()) + "|"),
                    attached);
        }
    }

    /** Or what another process learns beside it, by the folder's own name, would never be found. */
    @Test
    void a_link_to_the_folder_is_followed() throws Exception {
        java("exit 0");
        Path link = Files.createSymbolicLink(folder.resolve("current"), product);

        start(link.resolve("officina").toString(), "help").waitFor();

        String options = "@" + product.toRealPath().resolve("settings/attached.options") + "|";
        assertTrue(calls().getFirst().startsWith(options), calls().getFirst());
    }

    @Test
    void help_does_not_start_the_platform() throws Exception {
        java("exit 0");

        start("officina", "todo", "add", "--help").waitFor();

        assertEquals(1, calls().size());
        assertTrue(calls().getFirst().endsWith("|officina.cli.AttachedCommandLine|todo|add|--help|"));
    }

    @Test
    void the_options_of_an_attached_command_leave_nothing_behind() throws IOException {
        List<String> options = Files.readAllLines(product.resolve("settings/attached.options"));
        assertTrue(options.containsAll(NOTHING_LEFT), options.toString());
    }

    @Test
    void no_crash_file_dump_or_counter_can_hold_user_data() throws Exception {
        java("{ ulimit -S -c; ulimit -H -c; } >>\"$HOME/cores\"; exit 0");
        start("officina", "--help").waitFor();
        start("officina", "todo", "list").waitFor();
        start("officina-workbench").waitFor();
        assertEquals("0\n".repeat(6), Files.readString(home.resolve("cores")));

        // what attaches takes its options from a file, of which another test tells
        for (String call : calls().subList(1, 3)) {
            for (String option : NOTHING_LEFT) {
                assertTrue(call.contains("|" + option + "|"), option + " is missing in " + call);
            }
            assertTrue(call.contains("|-Declipse.log.enabled=false|"), call);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.0", "25.0.1", "25.0.2", "25.0.2.1"})
    void a_java_whose_cipher_loses_data_does_without_what_is_wrong_in_it(String version) throws Exception {
        Files.writeString(product.resolve("jre/release"), "JAVA_VERSION=\"" + version + "\"\n");
        startAll();
        assertEquals(3, calls().size());
        for (String call : calls()) {
            assertTrue(call.contains(GUARD), call);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.3", "25.0.10", "25.0.20.1", "25.1.2", "26", "26.0.1"})
    void a_java_without_that_defect_keeps_its_speed(String version) throws Exception {
        Files.writeString(product.resolve("jre/release"), "JAVA_VERSION=\"" + version + "\"\n");
        startAll();
        assertEquals(3, calls().size());
        for (String call : calls()) {
            assertFalse(call.contains("Intrinsic"), call);
        }
    }

    /** Java does not start with the name of an intrinsic that it does not know. */
    @Test
    void java_knows_what_it_is_to_do_without() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(GUARD.substring(1, GUARD.length() - 1).split("\\|")));
        command.add("-version");
        Process java = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertEquals(0, java.waitFor(), () -> Repository.text(folder.resolve("out")));
    }

    private void startAll() throws Exception {
        java("exit 0");
        start("officina", "--help").waitFor();
        start("officina", "todo", "list").waitFor();
        start("officina-workbench").waitFor();
    }

    @Test
    void without_java_it_says_what_to_install() throws Exception {
        Files.writeString(product.resolve("jre/release"), "JAVA_VERSION=\"17.0.1\"\n");
        withoutJavaOfTheSystem();

        assertEquals(127, start("officina", "help").waitFor());
        assertEquals(
                "Officina needs Java 25 or newer: please install it and set JAVA_HOME.\n",
                Files.readString(folder.resolve("err")));
    }

    /** The places where releng/scripts/lib.sh looks for the JDK to build with, beyond those of the system. */
    @ParameterizedTest
    @ValueSource(strings = {"home/.jdks/jdk-25", "home/.sdkman/candidates/java/25", "only the path/jdk-25"})
    void it_starts_with_a_java_that_was_good_enough_to_build(String place) throws Exception {
        java("echo \"$0\" >\"$HOME/java\"");
        Path jdk = folder.resolve(place);
        Files.createDirectories(jdk.getParent());
        Files.move(product.resolve("jre"), jdk);
        if (place.startsWith("only")) {
            Files.delete(path.resolve("java"));
            Files.createSymbolicLink(path.resolve("java"), jdk.resolve("bin/java"));
        }
        withoutJavaOfTheSystem();

        assertEquals(0, start("officina", "help").waitFor(), () -> Repository.text(folder.resolve("err")));

        assertEquals(jdk.resolve("bin/java") + "\n", Files.readString(home.resolve("java")));
    }

    /** Or these tests would find the Java of this machine. */
    private void withoutJavaOfTheSystem() throws IOException {
        Path script = product.resolve("settings/java.sh");
        String words = Files.readString(script);
        String places = " /usr/lib/jvm/* /opt/jdk* /opt/java/* ";
        assertTrue(words.contains(places), "other places than expected");
        Files.writeString(script, words.replace(places, " "));
    }

    private void copy(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path from : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path to = product.resolve(root.relativize(from).toString());
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
                assertTrue(to.toFile().setExecutable(true));
            }
        }
    }

    private void java(String then) throws IOException {
        Path java = product.resolve("jre/bin/java");
        Files.writeString(java, """
                #!/bin/sh
                { for word in "$@"; do printf '%%s|' "$word"; done; echo; } >>"$HOME/calls"
                %s
                """.formatted(then));
        assertTrue(java.toFile().setExecutable(true));
    }

    private Process start(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(product.resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("XDG_") || name.startsWith("OFFICINA") || name.equals("JAVA_HOME"));
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        home.toString(),
                        "OFFICINA_JAVA_OPTIONS",
                        options,
                        "PATH",
                        path + File.pathSeparator + System.getenv("PATH")));
        return builder.start();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(home.resolve("calls"));
    }

    private static void awaitFile(Path file) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!Files.exists(file)) {
            assertTrue(System.nanoTime() < end, "no " + file);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
