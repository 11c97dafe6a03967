// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Java that runs this, as a program in the sandbox needs it.
 *
 * @param home links followed
 * @param files everything to be read for it: the home, and what is linked to from it, as some systems keep its
 *     configuration elsewhere
 */
record JavaHome(Path home, List<Path> files) {

    static JavaHome current() {
        try {
            Path home = Path.of(System.getProperty("java.home", "")).toRealPath();
            List<Path> files = new ArrayList<>(List.of(home));
            try (Stream<Path> configuration = Files.walk(home.resolve("conf"), 3)) {
                for (Path each : Stream.concat(
                                configuration,
                                Stream.of(
                                        home.resolve("lib").resolve("security").resolve("cacerts")))
                        .filter(Files::isRegularFile)
                        .toList()) {
                    Path real = each.toRealPath();
                    if (!real.startsWith(home)) {
                        files.add(real);
                    }
                }
            }
            return new JavaHome(home, List.copyOf(files));
        } catch (IOException e) {
            throw SandboxFailures.startFailed(e);
        }
    }

    Path program() {
        return home.resolve("bin").resolve("java");
    }

    /** What Java starts other programs by. */
    Optional<Path> helper() {
        return Optional.of(home.resolve("lib").resolve("jspawnhelper")).filter(Files::exists);
    }

    /** Where the classes of this bundle are: a jar, or a folder while it is built. */
    static Path classes() {
        try {
            return place(JavaHome.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString())
                    .toRealPath();
        } catch (IOException e) {
            throw SandboxFailures.startFailed(e);
        }
    }

    /** The file of an address; OSGi frameworks write names into it as they are, spaces and all. */
    static Path place(String address) {
        Path asWritten = Path.of(address.replaceFirst("^file:/+", "/"));
        try {
            Path decoded = Path.of(new URI(address));
            return Files.exists(decoded) ? decoded : asWritten;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return asWritten;
        }
    }

    /** The start of a command that runs a class of this bundle in little memory. */
    List<String> running(Class<?> type) {
        return List.of(
                program().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx32m",
                "-Xss512k",
                "-Xlog:disable",
                "-XX:ReservedCodeCacheSize=16m",
                "-XX:CompressedClassSpaceSize=16m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes().toString(),
                type.getName());
    }
}
