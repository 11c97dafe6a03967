// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.host.HostCommand;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxLimits;
import officina.sandbox.SandboxRules;
import officina.testkit.FakeClock;
import officina.testkit.plugin.HostParts;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which processes get a way to the network, and how long it lasts. */
@Timeout(120)
class HostNetworkTests implements HostNetwork {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Permission SERVER = new Permission(PermissionType.NET_CONNECT, "example.org:443");

    @TempDir
    private Path folder;

    private final OpenSandboxes sandboxes = new OpenSandboxes();
    private final List<Permission> granted = new ArrayList<>();
    /** In the order in which they were asked for. */
    private final List<Path> opened = new ArrayList<>();

    private final List<Path> closed = new CopyOnWriteArrayList<>();
    private HostPool pool;
    private PluginHost host;

    @BeforeEach
    void open() throws IOException {
        HostRuntime runtime = new HostRuntime(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                HostParts.classPath(),
                HostParts.packages(),
                HostParts.capabilities(),
                HostParts.extenders(),
                null);
        HostLimits limits = new HostLimits(2, LONG, LONG, LONG, LONG, LONG, SandboxLimits.USUAL);
        pool = new HostPool(sandboxes, () -> runtime, limits, new FakeClock());
        host = pool.host(new HostedBundle("sample", new SampleJar().in(folder), () -> granted, List.of(), this));
    }

    @Override
    public Way open(Path place) throws IOException {
        // as long as one can be
        Path socket =
                Files.createDirectory(place.resolve("net-" + Long.MAX_VALUE)).resolve("socket");
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(socket));
        opened.add(socket);
        return new Way() {
            @Override
            public Path socket() {
                return socket;
            }

            @Override
            public void close() {
                closed.add(socket);
                try {
                    listening.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private SandboxRules rules() throws InterruptedException {
        host.services();
        return sandboxes.rules().getLast();
    }

    private boolean isTold() {
        return sandboxes.lines().getLast().stream().anyMatch(each -> each.startsWith("-D" + HostCommand.PROXY));
    }

    @Test
    void a_process_that_was_granted_a_server_is_handed_its_own_socket_and_told_of_it() throws Exception {
        sandboxes.say(SandboxLevel.BUBBLEWRAP);
        granted.add(SERVER);
        SandboxRules rules = rules();
        assertEquals(opened.getFirst(), rules.socket());
        assertTrue(sandboxes.lines().getLast().contains("-Dofficina.proxy=" + opened.getFirst()));
        assertFalse(opened.getFirst().startsWith(rules.folders().work()), "what lies there is the plug-in's");

        host.stop();
        assertEquals(opened, closed);
        assertFalse(Files.exists(opened.getFirst().getParent().getParent()));
        assertNotEquals(opened.getFirst(), rules().socket(), "for each process another");
    }

    @Test
    void what_is_taken_back_ends_the_way_with_the_process_and_the_next_one_has_none() throws Exception {
        sandboxes.say(SandboxLevel.BUBBLEWRAP);
        granted.add(SERVER);
        rules();
        ProcessHandle process =
                ProcessHandle.of(Objects.requireNonNull(host.processId())).orElseThrow();
        granted.clear();
        host.follow();
        assertFalse(process.isAlive());
        assertEquals(opened, closed);
        assertNull(rules().socket());
        assertFalse(isTold());
        assertEquals(1, opened.size());
    }

    @Test
    void one_that_ends_by_itself_loses_its_way_too() throws Exception {
        sandboxes.say(SandboxLevel.BUBBLEWRAP);
        granted.add(SERVER);
        rules();
        ProcessHandle process =
                ProcessHandle.of(Objects.requireNonNull(host.processId())).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        rules();
        while (closed.isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(opened.getFirst()), closed);
        assertEquals(2, opened.size());
    }

    @Test
    void without_a_grant_for_servers_there_is_none() throws Exception {
        sandboxes.say(SandboxLevel.BUBBLEWRAP);
        granted.add(new Permission(PermissionType.STORE_READ, "todo"));
        assertNull(rules().socket());
        assertFalse(isTold());
        assertEquals(List.of(), opened);
    }

    @Test
    void at_the_level_of_lockdown_there_is_none_whatever_was_granted() throws Exception {
        sandboxes.say(SandboxLevel.LOCKDOWN);
        granted.add(SERVER);
        assertNull(rules().socket());
        assertFalse(isTold());
        assertEquals(List.of(), opened);
    }
}
