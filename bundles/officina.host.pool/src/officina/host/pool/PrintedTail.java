// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import officina.base.Threads;

/** The end of what a process printed. It is taken as fast as it comes, and forgotten but for that. Any thread. */
final class PrintedTail {

    static final int BYTES = 64 * 1024;

    private final byte[] ring = new byte[BYTES];
    private long written;

    /** Reads until the process has closed the stream. */
    void follow(InputStream errors, String name) {
        Threads.startPlatform(name, () -> {
            byte[] piece = new byte[4096];
            try (errors) {
                for (int read = errors.read(piece); read >= 0; read = errors.read(piece)) {
                    add(piece, read);
                }
            } catch (IOException e) {
                byte[] lost = "(what came then was lost)".getBytes(StandardCharsets.UTF_8);
                add(lost, lost.length);
            }
        });
    }

    private synchronized void add(byte[] piece, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (written % BYTES)] = piece[i];
            written++;
        }
    }

    /** As text; what is no text in it stands as a sign for that. */
    synchronized String text() {
        int length = (int) Math.min(written, BYTES);
        int start = (int) ((written - length) % BYTES);
        byte[] bytes = Arrays.copyOf(ring, length);
        if (start > 0) {
            System.arraycopy(ring, start, bytes, 0, BYTES - start);
            System.arraycopy(ring, 0, bytes, BYTES - start, start);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
