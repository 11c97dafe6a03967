// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.core.plugin.HostPort;

/**
 * What a client asks a proxy for: {@code CONNECT} with a host and a port, and nothing that might be read in two ways. What
 * else the head says is of no consequence.
 */
record ConnectRequest(HostPort place) {

    /** Longest head, in bytes. */
    static final int LONGEST = 8 << 10;

    private static final Pattern FIRST = Pattern.compile("CONNECT ([!-~]+) HTTP/1\\.[01]");
    private static final Pattern OTHER = Pattern.compile("[A-Z]+ [!-~]+ HTTP/1\\.[01]");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]+):[ -~\t]*");
    private static final String LINE_END = "\r\n";

    /** They would say that content follows, of which nobody knows who reads it. */
    private static final Set<String> OF_CONTENT = Set.of("content-length", "transfer-encoding", "expect", "upgrade");

    /** A request that is not carried out. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final ProxyAnswer answer;

        Refused(ProxyAnswer answer) {
            super(answer.reason());
            this.answer = answer;
        }

        ProxyAnswer answer() {
            return answer;
        }
    }

    /** Reads the head and not a byte more: what comes with it, before an answer, is refused. */
    static ConnectRequest read(ReadableByteChannel in) throws IOException, Refused {
        ByteBuffer head = ByteBuffer.allocate(LONGEST);
        int looked = 0;
        while (true) {
            if (!head.hasRemaining()) {
                throw new Refused(ProxyAnswer.TOO_LONG);
            }
            if (in.read(head) < 0) {
                throw new Refused(ProxyAnswer.MALFORMED);
            }
            for (; looked + 4 <= head.position(); looked++) {
                if (isEnd(head, looked)) {
                    if (looked + 4 < head.position()) {
                        throw new Refused(ProxyAnswer.MALFORMED);
                    }
                    return parse(new String(head.array(), 0, looked, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    private static boolean isEnd(ByteBuffer head, int at) {
        return head.get(at) == '\r' && head.get(at + 1) == '\n' && head.get(at + 2) == '\r' && head.get(at + 3) == '\n';
    }

    private static ConnectRequest parse(String head) throws Refused {
        String[] lines = head.split(LINE_END, -1);
        Matcher first = FIRST.matcher(lines[0]);
        if (!first.matches()) {
            throw new Refused(OTHER.matcher(lines[0]).matches() ? ProxyAnswer.NO_CONNECT : ProxyAnswer.MALFORMED);
        }
        for (int i = 1; i < lines.length; i++) {
            Matcher field = FIELD.matcher(lines[i]);
            if (!field.matches() || OF_CONTENT.contains(field.group(1).toLowerCase(Locale.ROOT))) {
                throw new Refused(ProxyAnswer.MALFORMED);
            }
        }
        HostPort place = HostPort.parse(first.group(1));
        if (place == null) {
            throw new Refused(ProxyAnswer.MALFORMED);
        }
        return new ConnectRequest(place);
    }
}
