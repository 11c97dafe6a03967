// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import java.util.List;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.junit.jupiter.api.Test;

class HostPortTests {

    @Test
    void a_host_has_one_form() {
        assertEquals("example.org:443", written("Example.ORG:443"));
        assertEquals("10.0.0.1:80", written("10.0.0.1:80"));
        assertEquals("[0:0:0:0:0:0:0:1]:80", written("[::1]:80"));
        assertEquals("10.0.0.1:80", written("[::ffff:10.0.0.1]:80"));
        assertEquals("nas:8080", written("nas:8080"));
    }

    @Test
    void what_is_read_in_two_ways_names_nothing() {
        for (String text : List.of(
                "127.1:80",
                "2130706433:80",
                "0x7f000001:80",
                "0x7f.0.0.0x1:80",
                "127.0.0.0x1:80",
                "127.0.0.01:80",
                "0177.0.0.1:80",
                "256.0.0.1:80",
                "example.org.:443",
                "example..org:443",
                "-example.org:443",
                "exa_mple.org:443",
                "[fe80::1%25eth0]:80",
                "[fe80::1%eth0]:80",
                "[]:80",
                "::1:80",
                "example.org:0",
                "example.org:65536",
                "example.org",
                ":443",
                "me@example.org:443",
                "example.org\\@other:443",
                "example.org\r\nx:443",
                "\uff11\uff12\uff17.0.0.1:80",
                "*:443")) {
            assertNull(HostPort.parse(text), text);
        }
    }

    @Test
    void a_request_goes_to_the_port_of_its_scheme() {
        assertEquals("example.org:443", String.valueOf(HostPort.of(URI.create("https://EXAMPLE.org/a?b"))));
        assertEquals("example.org:80", String.valueOf(HostPort.of(URI.create("http://example.org"))));
        assertEquals("example.org:81", String.valueOf(HostPort.of(URI.create("http://example.org:81/"))));
        for (String text : List.of(
                "ftp://example.org/", "file:///etc/passwd", "https://me@example.org/", "/path", "https:///path")) {
            assertNull(HostPort.of(URI.create(text)), text);
        }
    }

    @Test
    void a_grant_is_for_the_host_however_it_is_written() {
        Permission wanted = new Permission(PermissionType.NET_CONNECT, "[0:0:0:0:0:0:0:1]:80");
        assertEquals(true, Grants.covers(new Permission(PermissionType.NET_CONNECT, "[::1]:80"), wanted));
        assertEquals(false, Grants.covers(new Permission(PermissionType.NET_CONNECT, "[::1]:81"), wanted));
        assertEquals(false, Grants.covers(new Permission(PermissionType.NET_CONNECT, "[::2]:80"), wanted));
        assertEquals(
                true,
                Grants.covers(
                        new Permission(PermissionType.NET_CONNECT, "Example.org:443"),
                        new Permission(PermissionType.NET_CONNECT, "example.org:443")));
    }

    private static String written(String text) {
        return String.valueOf(HostPort.parse(text));
    }
}
