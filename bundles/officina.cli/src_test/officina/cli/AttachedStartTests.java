// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import officina.engine.EngineFactory;
import officina.engine.remote.EngineDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import picocli.CommandLine;

/** What makes a command fast that attaches, and what it does where it cannot. */
class AttachedStartTests {

    @TempDir
    private Path folder;

    @Test
    void where_nothing_is_named_all_commands_are_there() {
        assertEquals(20, Commands.tree("", context()).getSubcommands().size());
    }

    @Test
    void only_the_branch_that_is_named_grows() {
        CommandLine some = Commands.tree(List.of("todo", "list", "--json"), "", context());
        assertEquals(List.of("todo"), names(some));
        assertEquals(List.of("list"), names(some.getSubcommands().get("todo")));

        CommandLine group = Commands.tree(List.of("keys", "phrase", "dance"), "", context());
        CommandLine phrase = group.getSubcommands().get("keys").getSubcommands().get("phrase");
        assertEquals(List.of("check", "new", "remove"), names(phrase));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "dance"})
    void words_that_name_no_branch_mean_all(String word) {
        assertEquals(names(Commands.tree("", context())), names(Commands.tree(List.of(word, "todo"), "", context())));
    }

    @Test
    void a_command_that_cannot_attach_hands_over_before_it_asks_for_anything() {
        List<String> words = List.of("keys", "recover", "--data", folder.toString());
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertEquals(70, Commands.run(words, "", context(err)));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("HandedOver"), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_folder_without_an_engine_hands_over() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        assertEquals(70, Commands.run(List.of("todo", "list", "--data", folder.toString()), "", context(err)));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("HandedOver"), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void the_jar_of_the_client_holds_what_the_whole_class_path_holds() throws IOException {
        Path jar = folder.resolve("client.jar");
        List<String> libraries = List.of(jarOf(CommandLine.class), jarOf(Logger.class));
        ClientJar.write(libraries, jar);

        Set<String> wanted = new TreeSet<>();
        for (String library : libraries) {
            wanted.addAll(classes(Path.of(library)));
        }
        assertEquals(wanted, classes(jar));
        assertTrue(wanted.size() > 200, "only " + wanted.size() + " of " + libraries);
    }

    private static String jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }

    private static Set<String> classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void only_errors_are_logged_without_the_words_of_what_was_thrown() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Logger log = new ErrorLog(new PrintStream(err, true, StandardCharsets.UTF_8))
                .getLoggerFactory()
                .getLogger("officina.some");

        log.warn("nothing");
        log.error("a {} failed", "part", new IllegalStateException("my secret"));

        assertEquals(
                "ERROR officina.some a part failed java.lang.IllegalStateException\n",
                err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    private static List<String> names(CommandLine parent) {
        return parent.getSubcommands().keySet().stream().sorted().toList();
    }

    private static CommandContext context() {
        return context(new ByteArrayOutputStream());
    }

    private static CommandContext context(ByteArrayOutputStream err) {
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new CommandContext(
                new Terminal(InputStream.nullInputStream(), to, to, false),
                new EngineDoor(AttachedStartTests::handOver, "", Duration.ZERO),
                Map.of("HOME", "/nowhere"));
    }

    private static EngineFactory handOver() {
        throw new HandedOver();
    }

    /** Stands for becoming another process. */
    private static final class HandedOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
