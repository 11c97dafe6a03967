// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.IndexInput;

/** Reads a file, or a slice of one, for one thread; clones and slices are for others and stay valid until it is closed. */
final class SealedInput extends BufferedIndexInput {

    /** Some vectors at a time. */
    private static final int BUFFER = 8192;

    private final SealedFile file;
    private final long start;
    private final long length;
    private final boolean owner;

    private SealedInput(String description, SealedFile file, long start, long length, boolean owner) {
        super(description, BUFFER);
        this.file = file;
        this.start = start;
        this.length = length;
        this.owner = owner;
    }

    /** All of it; closing closes the file. */
    static SealedInput of(String name, SealedFile file) {
        return new SealedInput(name, file, 0, file.length(), true);
    }

    @Override
    protected void readInternal(ByteBuffer into) throws IOException {
        long from = getFilePointer();
        if (from + into.remaining() > length) {
            throw new EOFException("behind the end: " + this);
        }
        long at = start + from;
        while (into.hasRemaining()) {
            byte[] page = file.page(at / Blocks.SIZE);
            int offset = (int) (at % Blocks.SIZE);
            int part = Math.min(into.remaining(), page.length - offset);
            into.put(page, offset, part);
            at += part;
        }
    }

    @Override
    protected void seekInternal(long position) throws IOException {
        if (position > length) {
            throw new EOFException("behind the end: " + this);
        }
    }

    @Override
    public IndexInput slice(String description, long offset, long size) throws IOException {
        if (offset < 0 || size < 0 || offset + size > length) {
            throw new IllegalArgumentException("no such slice: " + description);
        }
        return new SealedInput(getFullSliceDescription(description), file, start + offset, size, false);
    }

    @Override
    public BufferedIndexInput clone() {
        SealedInput clone = new SealedInput(toString(), file, start, length, false);
        try {
            clone.seek(getFilePointer());
        } catch (IOException e) {
            throw new IllegalStateException("a place in the file is one in its clone", e);
        }
        return clone;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        if (owner) {
            file.close();
        }
    }
}
