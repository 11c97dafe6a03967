// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script brings together; a program in the place of Officina writes down what it was told. */
class CatalogScriptTests {

    @TempDir
    private Path temp;

    private Path folder;
    private Path told;
    private Path program;
    private Path key;

    @BeforeEach
    void files() throws IOException {
        folder = temp.resolve("a mirror");
        told = temp.resolve("told");
        program = temp.resolve("program");
        key = Files.writeString(temp.resolve("own key.pem"), "secret");
        Files.writeString(program, "#!/bin/sh\nfor word; do echo \"$word\"; done > '" + told + "'\n");
        assertTrue(program.toFile().setExecutable(true));
    }

    private int run(Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Repository.ROOT.resolve("releng/scripts/catalog").toString());
        for (Object each : words) {
            command.add(each.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OFFICINA", program.toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder.start().waitFor();
    }

    private Path bundle(String name, String content) throws IOException {
        Path made = Files.createDirectories(temp.resolve("built " + content)).resolve(name);
        Files.writeString(made, content);
        return made;
    }

    private List<String> there() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void bundles_come_with_what_lies_beside_them_and_the_key_does_not() throws Exception {
        Path one = bundle("one-1.0.jar", "one");
        Files.writeString(one.resolveSibling("one-1.0.jar.sig"), "signature");
        Files.writeString(one.resolveSibling("one-1.0.jar.json"), "{}");
        assertEquals(0, run(folder, "example", key, one, bundle("two.jar", "two")));
        assertEquals(List.of("one-1.0.jar", "one-1.0.jar.json", "one-1.0.jar.sig", "two.jar"), there());
        assertEquals(
                List.of("plugins", "publish", folder.toString(), "--name", "example", "--key", key.toString()),
                Files.readAllLines(told));
    }

    @Test
    void what_is_in_it_stays_and_is_never_another_file() throws Exception {
        assertEquals(0, run(folder, "example", key, bundle("one.jar", "one")));
        assertEquals(0, run(folder, "example", key, bundle("one.jar", "one"), bundle("two.jar", "two")));
        assertEquals(0, run(folder, "example", key, folder.resolve("one.jar")), "one that is there");
        Files.delete(told);
        assertEquals(1, run(folder, "example", key, bundle("one.jar", "other")));
        assertFalse(Files.exists(told));
        assertEquals("one", Files.readString(folder.resolve("one.jar")));
        assertEquals(List.of("one.jar", "two.jar"), there());
    }

    @Test
    void too_few_words_change_nothing() throws Exception {
        assertEquals(2, run(folder, "example"));
        assertFalse(Files.exists(folder));
    }
}
