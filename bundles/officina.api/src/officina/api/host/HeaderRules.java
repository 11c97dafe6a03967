// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers a request may name. What is thrown never quotes a value. */
final class HeaderRules {

    /** A token of RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    /** They steer the connection and its encoding, which are the transport's alone. */
    private static final Set<String> OF_THE_TRANSPORT = Set.of(
            "accept-encoding",
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "expect",
            "keep-alive",
            "te",
            "trailer",
            "upgrade");

    private HeaderRules() {}

    static void checkName(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a header is a token of RFC 9110");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (OF_THE_TRANSPORT.contains(lower) || lower.startsWith("proxy-")) {
            throw new IllegalArgumentException("this header is the transport's: " + name);
        }
    }

    static void checkPrintable(String what, String text) {
        if (!text.chars().allMatch(each -> each >= ' ' && each <= '~')) {
            throw new IllegalArgumentException(what + " is printable ASCII");
        }
    }
}
