// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import officina.protocol.exchange.Contracts;
import officina.testkit.FakeClock;
import officina.testkit.plugin.HostParts;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real virtual machine that learns. */
@Timeout(120)
class RehearsalTests {

    @TempDir
    private Path folder;

    private Path learnt;
    private HostRuntime runtime;

    @BeforeEach
    void make() throws IOException {
        learnt = folder.resolve("state").resolve("learnt");
        runtime = runtime(Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    private HostRuntime runtime(Path java) throws IOException {
        return new HostRuntime(
                java,
                HostParts.classPath().stream()
                        .filter(Files::exists)
                        .map(this::jar)
                        .toList(),
                HostParts.packages(),
                HostParts.capabilities(),
                HostParts.extenders(),
                learnt);
    }

    /** Nothing is learnt of classes in folders, as they are while a bundle is built. */
    private Path jar(Path place) {
        if (!Files.isDirectory(place)) {
            return place;
        }
        try {
            Path jar = Files.createTempFile(folder, "part", ".jar");
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file);
                    Stream<Path> all = Files.walk(place)) {
                for (Path each : all.filter(Files::isRegularFile).toList()) {
                    out.putNextEntry(new JarEntry(place.relativize(each).toString()));
                    Files.copy(each, out);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_host_is_rehearsed_once_and_the_next_one_knows_its_classes() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(runtime, new Contracts())) {
            rehearsal.run(learnt);
        }
        try (Stream<Path> left = Files.list(learnt.getParent())) {
            assertEquals(List.of(learnt), left.toList());
        }
        try (HostPool pool = new HostPool(new OpenSandboxes(), () -> runtime, HostLimits.USUAL, new FakeClock())) {
            PluginHost host =
                    pool.host(new HostedBundle("sample", new SampleJar().in(folder), List::of, List.of(), _ -> {
                        throw new UnsupportedOperationException("nobody connects here");
                    }));
            host.services();
            Path maps =
                    Path.of("/proc", Objects.requireNonNull(host.processId()).toString(), "maps");
            assertTrue(Files.readString(maps).contains(learnt.toRealPath().toString()));
        }
    }

    @Test
    void where_nothing_can_be_learnt_nothing_is_left() throws Exception {
        HostRuntime broken = runtime(Path.of("/bin/false"));
        try (Rehearsal rehearsal = new Rehearsal(broken, new Contracts())) {
            rehearsal.run(learnt);
        }
        assertFalse(Files.exists(learnt));
        try (Stream<Path> left = Files.list(learnt.getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }
}
