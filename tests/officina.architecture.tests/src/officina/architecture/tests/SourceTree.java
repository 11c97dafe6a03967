// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A source tree with the real start script and little else, on a machine whose programs are stand-ins: what is not in
 * its folder {@code path}, and is none of the few real tools, is not there.
 */
final class SourceTree {

    static final String HEADLESS = product("headless", "officina");
    static final String WORKBENCH = product("workbench", "officina-workbench");

    /** What every Debian has, and the scripts may count on. */
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "chmod",
            "cksum",
            "cp",
            "cut",
            "dirname",
            "env",
            "find",
            "flock",
            "grep",
            "head",
            "locale",
            "mkdir",
            "mktemp",
            "mv",
            "printf",
            "readlink",
            "rm",
            "sed",
            "sh",
            "sha256sum",
            "sort",
            "touch",
            "tr",
            "true",
            "uname");

    private final Path root;

    SourceTree(Path root) throws IOException {
        this.root = root;
        for (String name : List.of("officina", "releng/scripts/lib.sh", "releng/scripts/display.sh")) {
            Files.createDirectories(at(name).getParent());
            Files.copy(Repository.ROOT.resolve(name), at(name));
        }
        for (String folder : List.of(".mvn", "target-platform", "bundles", "features", "plugins-sdk", "tools")) {
            Files.createDirectories(at(folder));
        }
        Files.createFile(at("pom.xml"));
        for (String tool : TOOLS) {
            Path real = Arrays.stream(System.getenv("PATH").split(":"))
                    .map(folder -> Path.of(folder, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
            Files.createSymbolicLink(at("tools/" + tool), real);
        }
        program("path/ldconfig", "echo libgtk-3.so.0; echo libsecret-1.so.0");
        program("path/id", "echo 1000");
    }

    private static String product(String name, String program) {
        return "releng/officina.%s.product/target/products/officina.%s.product/linux/gtk/x86_64/officina/%s"
                .formatted(name, name, program);
    }

    Path at(String name) {
        return root.resolve(name);
    }

    /** The folder of the account, which is not always that of the environment. */
    Path account() {
        return at("the account");
    }

    /** A stand-in that does these words of the shell. */
    void program(String name, String words) throws IOException {
        Files.createDirectories(at(name).getParent());
        Files.writeString(at(name), "#!/bin/sh\n" + words + "\n");
        if (!at(name).toFile().setExecutable(true)) {
            throw new IOException("cannot be made a program: " + name);
        }
    }

    /** Stand-ins for both products, which say how they were called. */
    void products() throws IOException {
        program(HEADLESS, "printf '%s|' 'command line' \"$@\"");
        program(WORKBENCH, "printf '%s|' 'window' \"$@\"");
    }

    /** A stand-in for a JDK of that version. */
    void jdk(String name, int version) throws IOException {
        program(name + "/bin/javac", ":");
        program(
                name + "/bin/java",
                "echo '    java.specification.version = " + version + "' >&2; echo '    user.home = " + account()
                        + "' >&2");
    }

    /** Runs words of bash after the functions that the scripts share. */
    Said functions(String words) throws IOException, InterruptedException {
        return run("bash", "-euo", "pipefail", "-c", "root=$PWD; . releng/scripts/lib.sh; " + words);
    }

    Said run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectOutput(at("out").toFile())
                .redirectError(at("err").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        at("path") + ":" + at("tools"),
                        "HOME",
                        root.toString(),
                        "LANG",
                        "C.UTF-8",
                        "JAVA_HOME",
                        at("jdk").toString(),
                        "DISPLAY",
                        ":none"));
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + List.of(command));
        }
        return new Said(process.exitValue(), Files.readString(at("out")), Files.readString(at("err")));
    }

    /** What a script left behind. */
    record Said(int code, String out, String err) {}
}
