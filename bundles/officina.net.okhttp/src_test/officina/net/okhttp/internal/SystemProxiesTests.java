// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which proxy a request goes through. */
class SystemProxiesTests {

    private static final Proxy PROXY =
            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128));

    private final SystemProxies proxies = new SystemProxies(Map.of(
            "https_proxy", "http://proxy.example:3128",
            "HTTP_PROXY", "proxy.example:3128",
            "NO_PROXY", "internal.example, .corp.example,10.0.0.1"));

    @Test
    void what_the_environment_names_is_used() {
        assertEquals(List.of(PROXY), proxies.select(URI.create("https://api.example/v1")));
        assertEquals(List.of(PROXY), proxies.select(URI.create("http://api.example/v1")));
    }

    @Test
    void this_machine_and_what_is_excepted_are_reached_directly() {
        for (String host :
                List.of("127.0.0.1", "localhost", "[::1]", "internal.example", "a.corp.example", "10.0.0.1")) {
            assertEquals(List.of(Proxy.NO_PROXY), proxies.select(URI.create("http://" + host + ":8080/")), host);
        }
    }
}
