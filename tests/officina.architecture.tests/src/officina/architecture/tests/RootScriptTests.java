// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./officina} in a source tree that is built already, with stand-ins that say how they were called. */
class RootScriptTests {

    private static final String PRODUCT =
            "releng/officina.%s.product/target/products/officina.%s.product" + "/linux/gtk/x86_64/officina/%s";

    @TempDir
    private Path root;

    @BeforeEach
    void makeTree() throws IOException, InterruptedException {
        for (String name : List.of("officina", "releng/scripts/lib.sh")) {
            Files.createDirectories(root.resolve(name).getParent());
            Files.copy(Repository.ROOT.resolve(name), root.resolve(name));
        }
        for (String folder : List.of(".mvn", "target-platform", "bundles", "features", "plugins-sdk")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.createFile(root.resolve("pom.xml"));
        script(root.resolve(PRODUCT.formatted("headless", "headless", "officina")), "command line");
        script(root.resolve(PRODUCT.formatted("workbench", "workbench", "officina-workbench")), "window");
        // whatever this machine lacks, nothing is installed by a test
        Path libraries = root.resolve("path/ldconfig");
        Files.createDirectories(libraries.getParent());
        Files.writeString(libraries, "#!/bin/sh\necho libgtk-3.so.0\necho libsecret-1.so.0\n");
        assertTrue(libraries.toFile().setExecutable(true));
        assertEquals(
                0,
                run(
                        "bash",
                        "-euc",
                        "root=$PWD; . releng/scripts/lib.sh; mkdir -p \"$tools\"; : >\"$tools/s\"; mark_as_built \"$tools/s\""));
    }

    @Test
    void without_words_the_window_opens() throws Exception {
        assertEquals("window|", said("./officina"));
    }

    @Test
    void a_data_folder_alone_opens_the_window_on_it() throws Exception {
        assertEquals("window|--data|my data|", said("./officina", "--data", "my data"));
    }

    @Test
    void all_other_words_go_to_the_command_line() throws Exception {
        assertEquals("command line|help|", said("./officina", "help"));
        assertEquals("command line|--data|", said("./officina", "--data"));
        assertEquals("command line|todo|list|--data|my data|", said("./officina", "todo", "list", "--data", "my data"));
        assertEquals("command line|--data|D|todo|", said("./officina", "--data", "D", "todo"));
    }

    private String said(String... command) throws IOException, InterruptedException {
        assertEquals(0, run(command), () -> Repository.text(root.resolve("err")));
        return Files.readString(root.resolve("out"));
    }

    private int run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(root.toFile())
                .redirectOutput(root.resolve("out").toFile())
                .redirectError(root.resolve("err").toFile());
        builder.environment().put("PATH", root.resolve("path") + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("DISPLAY", ":none");
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + List.of(command));
        }
        return process.exitValue();
    }

    private static void script(Path file, String name) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\nprintf '%s|' '" + name + "' \"$@\"\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
