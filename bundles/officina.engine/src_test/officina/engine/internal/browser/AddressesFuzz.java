// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import officina.api.host.BrowserPage;

/** Any text as an address of a page: what is kept of it is an address, and stays what it is when it is looked at again. */
public final class AddressesFuzz {

    private AddressesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Addresses.of(new String(data, StandardCharsets.UTF_8)).ifPresent(kept -> {
            if (!kept.equals(Addresses.of(kept).orElse(""))
                    || kept.length() > BrowserPage.LONGEST_ADDRESS
                    || kept.indexOf('#') >= 0
                    || kept.indexOf(' ') >= 0) {
                throw new AssertionError("no address that stays: " + kept);
            }
        });
    }

    public static List<byte[]> seeds() {
        return List.of(
                "https://ada:secret@Example.org:8443/a/4f9a8b7c6d5e4f3a2b1c?id=12&token=x&page=%20#frag"
                        .getBytes(StandardCharsets.UTF_8),
                "http://[::1]/app;jsessionid=1?x".getBytes(StandardCharsets.UTF_8));
    }
}
