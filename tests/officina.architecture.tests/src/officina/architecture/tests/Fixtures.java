// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Small programs that each break one rule, under fixtures/. */
final class Fixtures {

    static final Path FOLDER = Repository.ROOT.resolve("tests/officina.architecture.tests/fixtures");

    private static final Path STUBS = Path.of("target/stubs");

    private static boolean stubsCompiled;

    private Fixtures() {}

    /** Compiles the program that breaks this rule and returns the folder of its classes. */
    static synchronized Path compile(String rule) throws IOException {
        Path out = Files.createDirectories(Path.of("target/fixtures/" + rule));
        List<Path> sources = Repository.files(FOLDER.resolve("classes").resolve(rule), ".java");
        assertTrue(!sources.isEmpty(), "nothing in fixtures/classes breaks the rule " + rule);
        if (!stubsCompiled) {
            javac(Repository.files(FOLDER.resolve("stubs"), ".java"), Files.createDirectories(STUBS));
            stubsCompiled = true;
        }
        javac(sources, out);
        return out;
    }

    private static void javac(List<Path> sources, Path out) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = Stream.of(
                        "-d",
                        out,
                        "-cp",
                        STUBS + File.pathSeparator + System.getProperty("java.class.path"),
                        "-proc:none")
                .map(Object::toString)
                .toList();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertTrue(good, messages.toString());
        }
    }
}
