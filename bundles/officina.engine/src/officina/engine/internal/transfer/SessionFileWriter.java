// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import officina.api.event.EventEnvelope;
import officina.api.json.JsonObject;
import officina.core.run.Journal;
import officina.protocol.EventCodec;
import officina.protocol.Json;

/** Writes the lines of a session file and, as the last one, their hash. For one thread. */
final class SessionFileWriter {

    private static final int READ_BATCH = 1_000;
    private static final int BUFFER = 256 * 1024;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final MessageDigest hash = sha256();

    SessionFileWriter(WritableByteChannel channel) {
        this.channel = channel;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A session as it is up to the number of events in its head. */
    void session(SessionFileHead head, Instant now, Journal journal, Between between) throws IOException {
        line(Json.bytes(head.json(now)));
        long next = 1;
        while (next <= head.events()) {
            int count = (int) Math.min(READ_BATCH, head.events() - next + 1);
            List<EventEnvelope> events = journal.read(head.session(), next, count);
            if (events.isEmpty()) {
                throw SessionFileFailures.removed();
            }
            for (EventEnvelope envelope : events) {
                line(EventCodec.encode(envelope));
                next++;
            }
            between.written(events.size());
        }
        end();
    }

    /** Called now and then with how many events were written since. */
    interface Between {
        void written(int events) throws IOException;
    }

    void line(byte[] json) throws IOException {
        hash.update(json);
        hash.update((byte) '\n');
        put(json);
    }

    void end() throws IOException {
        JsonObject last = JsonObject.EMPTY.with("sha256", HexFormat.of().formatHex(hash.digest()));
        put(Json.text(last).getBytes(StandardCharsets.US_ASCII));
        flush();
    }

    private void put(byte[] json) throws IOException {
        if (json.length + 1 > buffer.remaining()) {
            flush();
        }
        if (json.length + 1 > buffer.remaining()) {
            write(ByteBuffer.wrap(json));
        } else {
            buffer.put(json);
        }
        buffer.put((byte) '\n');
    }

    private void flush() throws IOException {
        write(buffer.flip());
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
