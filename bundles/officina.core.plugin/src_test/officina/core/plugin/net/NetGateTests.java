// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.base.Threads;
import officina.core.plugin.AccessScope;
import officina.core.plugin.HostPort;
import org.junit.jupiter.api.Test;

class NetGateTests {

    private static final String PUBLIC = "93.184.216.34";

    private final Bench bench = new Bench();

    @Test
    void nothing_is_reached_or_even_looked_up_without_a_grant() {
        bench.named("example.org", PUBLIC);

        assertEquals("permission.denied", refused("example.org:443"));

        assertEquals(List.of(), bench.asked, "a look-up tells somebody");
        assertEquals(List.of("denied net.connect example.org:443: get example.org:443"), bench.logged);
    }

    @Test
    void a_grant_is_for_one_port() throws Exception {
        bench.named("example.org", PUBLIC).allow("example.org:443");

        assertEquals(List.of(InetAddress.ofLiteral(PUBLIC)), open("example.org:443"));
        assertEquals("permission.denied", refused("example.org:80"));
        assertEquals("permission.denied", refused("other.example.org:443"));
    }

    @Test
    void a_grant_for_any_host_is_for_no_private_address() throws Exception {
        bench.allow("*").named("nas", "192.168.1.7").named("localhost", "127.0.0.1");
        for (String place : List.of(
                "127.0.0.1:80",
                "[::1]:80",
                "10.1.2.3:80",
                "172.16.0.1:80",
                "172.31.255.255:80",
                "192.168.0.1:80",
                "100.64.0.1:80",
                "169.254.169.254:80",
                "[fe80::1]:80",
                "[fd00:ec2::254]:80",
                "[fec0::1]:80",
                "0.0.0.0:80",
                "[::]:80",
                "224.0.0.1:80",
                "255.255.255.255:80",
                "[ff02::1]:80",
                "[::ffff:127.0.0.1]:80",
                "[::ffff:169.254.169.254]:80",
                "[::127.0.0.1]:80",
                "[2002:7f00:1::]:80",
                "[2002:a9fe:a9fe::]:80",
                "[64:ff9b::7f00:1]:80",
                "[64:ff9b::a9fe:a9fe]:80",
                "[64:ff9b:1::7f00:1]:80",
                "[2001:0:7f00:1::]:80",
                "[2001:db8::1]:80",
                "[100::1]:80",
                "192.0.2.1:80",
                "198.18.0.1:80",
                "nas:80",
                "localhost:80")) {
            assertEquals("net.private", refused(place), place);
        }
        assertTrue(bench.logged.stream().allMatch(line -> line.startsWith("denied ")), bench.logged::toString);

        assertEquals(1, open(PUBLIC + ":80").size());
        assertEquals(1, open("[2606:4700::1]:443").size());
        assertEquals(1, open("[64:ff9b::5db8:d822]:443").size());
    }

    @Test
    void a_private_address_is_granted_by_itself_or_by_a_name_that_is_nobody_elses() throws Exception {
        bench.named("nas", "192.168.1.7", "fe80::7", "127.0.0.1")
                .named("printer.local", "fd00::1")
                .named("localhost", "127.0.0.1", "10.0.0.1")
                .allow("127.0.0.1:80", "[fe80::1]:80", "169.254.169.254:80")
                .allow("nas:80", "printer.local:80", "localhost:80", "*");

        for (String place : List.of("127.0.0.1:80", "[fe80::1]:80", "169.254.169.254:80")) {
            assertEquals(1, open(place).size(), place);
        }
        assertEquals(
                List.of(InetAddress.ofLiteral("192.168.1.7")), open("nas:80"), "neither this machine nor the link");
        assertEquals(List.of(InetAddress.ofLiteral("fd00::1")), open("printer.local:80"));
        assertEquals(List.of(InetAddress.ofLiteral("127.0.0.1")), open("localhost:80"), "nothing but this machine");
        assertEquals("net.private", refused("127.0.0.1:81"));
        assertEquals("net.private", refused("nas:81"));
    }

    @Test
    void nobody_is_at_some_addresses_whoever_was_granted_them() {
        bench.allow("0.0.0.0:80", "[::]:80", "224.0.0.1:80", "255.255.255.255:80", "[ff02::1]:80", "[64:ff9b::1]:80");
        for (String place : List.of(
                "0.0.0.0:80", "[::]:80", "224.0.0.1:80", "255.255.255.255:80", "[ff02::1]:80", "[64:ff9b::1]:80")) {
            assertEquals("net.private", refused(place), place);
        }
    }

    @Test
    void a_public_name_that_leads_to_a_private_address_is_refused_though_it_was_granted() {
        for (String address : List.of("127.0.0.1", "192.168.1.1", "169.254.169.254", "::1", "::ffff:10.0.0.1")) {
            bench.named("evil.example", address).allow("evil.example:80");
            assertEquals("net.private", refused("evil.example:80"), address);
        }
        bench.named("metadata.google.internal", "169.254.169.254").allow("metadata.google.internal:80");
        assertEquals("net.private", refused("metadata.google.internal:80"));
    }

    @Test
    void of_several_addresses_only_public_ones_are_connected_to() throws Exception {
        bench.named("evil.example", "127.0.0.1", PUBLIC).allow("evil.example:80");

        assertEquals(List.of(InetAddress.ofLiteral(PUBLIC)), open("evil.example:80"));
    }

    @Test
    void a_name_is_looked_up_once_for_each_use() throws Exception {
        bench.turning("evil.example", PUBLIC, "127.0.0.1").allow("evil.example:80");

        assertEquals(List.of(InetAddress.ofLiteral(PUBLIC)), open("evil.example:80"));
        assertEquals(List.of("evil.example"), bench.asked);
        assertEquals("net.private", refused("evil.example:80"), "judged anew each time");
    }

    @Test
    void a_grant_for_once_is_spent_with_the_use_and_not_with_the_question() throws Exception {
        bench.named("example.org", PUBLIC).allow(PermissionType.NET_CONNECT, GrantScope.ONCE, "example.org:443");

        open("example.org:443");
        assertEquals("permission.denied", refused("example.org:443"));
        assertEquals(2, bench.logged.size());
    }

    @Test
    void a_host_without_an_address_is_left_to_a_proxy_alone() throws Exception {
        bench.allow("*").named("intern.example", "10.0.0.1");

        assertEquals("net.unreachable", refused("nowhere.example:443"));
        assertEquals(List.of(), bench.gate.open(bench.scope, place("nowhere.example:443"), "get", true));
        assertEquals("net.private", proxied("nas:443"), "a local name is a private network's behind a proxy too");
        assertEquals("net.private", proxied("intern.example:443"));
        assertEquals("net.private", proxied("127.0.0.1:443"));
    }

    @Test
    void a_plug_in_that_asks_for_names_nobody_answers_for_leaves_look_ups_to_others() throws Exception {
        CountDownLatch asked = new CountDownLatch(8);
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        NetGate gate = new NetGate(bench.broker, host -> {
            if (host.equals("quick.example")) {
                return List.of(InetAddress.ofLiteral(PUBLIC));
            }
            asked.countDown();
            return answer.join();
        });
        HostPort quick = place("quick.example:443");
        PluginId other = new PluginId("agent.other");
        AccessScope others = new AccessScope(other, bench.scope.run(), bench.scope.project(), bench);
        bench.allow("*")
                .grants
                .hold(
                        new RecordId(UUID.randomUUID()),
                        new Grant(
                                other,
                                new Permission(PermissionType.NET_CONNECT, "*"),
                                GrantScope.ALWAYS,
                                null,
                                Instant.EPOCH));
        for (int i = 0; i < 8; i++) {
            Thread gone = Threads.start(
                    "asks",
                    () -> assertThrows(
                            InterruptedException.class,
                            () -> gate.open(bench.scope, place("slow.example:443"), "get", false)));
            // who asks may go, the look-up stays
            gone.interrupt();
        }
        asked.await();

        assertEquals(
                "net.busy",
                assertThrows(FailureException.class, () -> gate.open(bench.scope, quick, "get", false))
                        .failure()
                        .code());
        assertEquals(1, gate.open(others, quick, "get", false).size());
        answer.complete(List.of());
    }

    @Test
    void translated_addresses_are_what_they_stand_for() {
        assertTrue(Addresses.isPublic(InetAddress.ofLiteral("64:ff9b::5db8:d822")));
        assertFalse(Addresses.isPublic(InetAddress.ofLiteral("64:ff9b::a00:1")));
    }

    private List<InetAddress> open(String place) throws InterruptedException {
        return bench.gate.open(bench.scope, place(place), "get", false);
    }

    private String refused(String place) {
        return assertThrows(FailureException.class, () -> open(place)).failure().code();
    }

    private String proxied(String place) {
        return assertThrows(FailureException.class, () -> bench.gate.open(bench.scope, place(place), "get", true))
                .failure()
                .code();
    }

    private static HostPort place(String text) {
        return Objects.requireNonNull(HostPort.parse(text), text);
    }
}
