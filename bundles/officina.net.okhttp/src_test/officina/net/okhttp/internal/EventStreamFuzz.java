// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import officina.api.host.ServerEvent;

/** Any bytes as a stream of events, in one piece and byte by byte. Run by {@code releng/scripts/fuzz}. */
public final class EventStreamFuzz {

    private static final int LIMIT = 4_000;

    private EventStreamFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws InterruptedException {
        List<ServerEvent> whole = events(new ByteArrayInputStream(data));
        List<ServerEvent> pieces = events(new ByteArrayInputStream(data) {
            @Override
            public synchronized int read(byte[] to, int from, int length) {
                return super.read(to, from, Math.min(length, 1));
            }
        });
        if (!whole.equals(pieces)) {
            throw new AssertionError("it matters where the bytes are cut");
        }
        if (whole.stream().anyMatch(event -> event.data().length() > LIMIT)) {
            throw new AssertionError("an event over the limit was taken");
        }
    }

    /** What came before the end, or before an event that is too large. */
    private static List<ServerEvent> events(InputStream in) throws InterruptedException {
        List<ServerEvent> events = new ArrayList<>();
        try {
            new EventReader(in, LIMIT).read(events::add);
        } catch (TooLarge _) {
            // what was told before counts
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return events;
    }

    public static List<byte[]> seeds() {
        return List.of(
                "\ufeff: c\ndata: caf\u00e9\r\nid: 1\r\revent: error\ndata:x\ndata\n\n"
                        .getBytes(StandardCharsets.UTF_8),
                ("data: " + "x".repeat(LIMIT) + "\n\n").getBytes(StandardCharsets.UTF_8));
    }
}
