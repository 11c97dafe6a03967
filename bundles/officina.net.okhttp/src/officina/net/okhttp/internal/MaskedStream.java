// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes with an asterisk in the place of each byte of a secret, however they arrive. Keeps back only what may be the
 * beginning of a secret, so that what is complete is not waited for.
 */
final class MaskedStream extends InputStream {

    private static final int CHUNK = 16 << 10;
    private static final byte MASK = '*';

    private final InputStream in;
    private final List<byte[]> secrets;
    private final byte[] buffer;
    /** What was not handed out begins at the first; from the second on it may be the beginning of a secret. */
    private int start;

    private int ready;
    private int end;
    private boolean over;

    /** @param secrets none is empty */
    MaskedStream(InputStream in, List<byte[]> secrets) {
        this.in = in;
        this.secrets = secrets;
        buffer = new byte
                [CHUNK + secrets.stream().mapToInt(each -> each.length).max().orElse(0)];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (start == ready) {
            if (over) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, ready - start);
        System.arraycopy(buffer, start, to, from, count);
        start += count;
        return count;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        ready = 0;
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            over = true;
        } else {
            end += count;
        }
        secrets.forEach(this::mask);
        ready = over ? end : end - begun();
    }

    private void mask(byte[] secret) {
        for (int at = 0; at + secret.length <= end; at++) {
            if (Arrays.equals(buffer, at, at + secret.length, secret, 0, secret.length)) {
                Arrays.fill(buffer, at, at + secret.length, MASK);
                at += secret.length - 1;
            }
        }
    }

    /** How many of the last bytes may be the beginning of a secret. */
    private int begun() {
        int most = 0;
        for (byte[] secret : secrets) {
            for (int length = Math.min(secret.length - 1, end); length > most; length--) {
                if (Arrays.equals(buffer, end - length, end, secret, 0, length)) {
                    most = length;
                }
            }
        }
        return most;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
