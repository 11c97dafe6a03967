// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import officina.api.host.ServerEvent;

/**
 * Reads a stream of server-sent events as the HTML standard has them. Lines are cut as bytes, so that it does not matter
 * how the bytes arrive: one by one, in the middle of a character, between CR and LF. A last event that no empty line
 * ended counts, because some servers end so.
 */
final class EventReader {

    private static final int CHUNK = 8 << 10;
    private static final String MESSAGE = "message";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream in;
    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private String type = "";
    private boolean first = true;

    /** Takes an event. */
    interface Sink {
        void take(ServerEvent event) throws InterruptedException;
    }

    /** @param limit most bytes of an event */
    EventReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Reads until the end of the stream. */
    void read(Sink sink) throws IOException, InterruptedException {
        byte[] chunk = new byte[CHUNK];
        boolean afterReturn = false;
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                byte each = chunk[i];
                if (each == '\n' && afterReturn) {
                    from = i + 1;
                } else if (each == '\n' || each == '\r') {
                    add(chunk, from, i);
                    end(sink);
                    from = i + 1;
                }
                afterReturn = each == '\r';
            }
            add(chunk, from, count);
        }
        if (line.size() > 0) {
            end(sink);
        }
        dispatch(sink);
    }

    private void add(byte[] chunk, int from, int to) throws TooLarge {
        if (line.size() + type.length() + data.length() + (to - from) > limit) {
            throw new TooLarge();
        }
        line.write(chunk, from, to - from);
    }

    private void end(Sink sink) throws InterruptedException {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (first && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        first = false;
        if (text.isEmpty()) {
            dispatch(sink);
            return;
        }
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        int value = colon < 0 ? text.length() : text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1;
        if (name.equals("data")) {
            if (hasData) {
                data.append('\n');
            }
            data.append(text, value, text.length());
            hasData = true;
        } else if (name.equals("event")) {
            type = text.substring(value);
        }
    }

    private void dispatch(Sink sink) throws InterruptedException {
        if (hasData) {
            sink.take(new ServerEvent(type.isEmpty() ? MESSAGE : type, data.toString()));
        }
        data.setLength(0);
        data.trimToSize();
        hasData = false;
        type = "";
    }
}
