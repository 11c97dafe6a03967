// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import officina.api.json.JsonObject;
import officina.protocol.Json;

/** Writes the lines of a session file and, as the last one, their hash. For one thread. */
final class SessionFileWriter {

    private static final int BUFFER = 256 * 1024;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final MessageDigest hash = sha256();

    SessionFileWriter(FileChannel channel) {
        this.channel = channel;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
