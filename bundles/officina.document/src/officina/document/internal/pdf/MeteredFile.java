// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.pdf;

import java.io.IOException;
import officina.document.internal.Effort;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A file whose every read asks first whether to go on, so that whatever a library does with it comes to an end. */
final class MeteredFile implements RandomAccessRead {

    private static final int EVERY = 1 << 12;

    private final RandomAccessRead file;
    private final Effort effort;
    private int calls;

    MeteredFile(RandomAccessRead file, Effort effort) {
        this.file = file;
        this.effort = effort;
    }

    @Override
    public int read() throws IOException {
        if (++calls % EVERY == 0) {
            effort.check();
        }
        return file.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        effort.check();
        return file.read(bytes, offset, length);
    }

    @Override
    public long getPosition() throws IOException {
        return file.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        file.seek(position);
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public boolean isClosed() {
        return file.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
        return file.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
