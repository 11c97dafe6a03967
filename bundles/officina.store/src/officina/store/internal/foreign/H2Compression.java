// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Pages of H2 files that were written compressed, in the form that is called LZF. */
final class H2Compression {

    private static final int COMPRESSED = 2;
    /** A form that stores other than databases may have. */
    private static final int DEFLATED = 4;
    /** Three bytes stand for 264 at most. */
    private static final long MOST_OF_A_BYTE = 88;

    private H2Compression() {}

    static ByteBuffer expanded(int kind, ByteBuffer page) throws IOException {
        if ((kind & COMPRESSED) == 0) {
            return page;
        }
        long length = (long) H2Values.length(page) + page.remaining();
        if ((kind & DEFLATED) != 0 || length > H2File.MOST_BYTES || length > MOST_OF_A_BYTE * page.remaining()) {
            throw new IOException("a page that is too long");
        }
        byte[] out = new byte[(int) length];
        expand(page, out);
        return ByteBuffer.wrap(out);
    }

    /** Runs of bytes as they are, and repetitions of what was there before. */
    private static void expand(ByteBuffer in, byte[] out) throws IOException {
        int at = 0;
        while (at < out.length) {
            int control = Byte.toUnsignedInt(in.get());
            if (control < 32) {
                in.get(out, at, control + 1);
                at += control + 1;
                continue;
            }
            int length = (control >> 5) + 2;
            if (length == 9) {
                length += Byte.toUnsignedInt(in.get());
            }
            int from = at - ((control & 31) << 8) - Byte.toUnsignedInt(in.get()) - 1;
            if (from < 0 || length > out.length - at) {
                throw new IOException("a repetition of nothing");
            }
            for (int i = 0; i < length; i++) {
                out[at++] = out[from++];
            }
        }
    }
}
