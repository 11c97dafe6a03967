// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output, behind which another program may end when it has read enough ({@code | head}): nobody wants the rest
 * then, and that is no error. Every other trouble is passed on.
 */
final class PipeOutput extends OutputStream {

    private final OutputStream out;
    private boolean unread;

    PipeOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (unread) {
            return;
        }
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw e;
            }
            unread = true;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
