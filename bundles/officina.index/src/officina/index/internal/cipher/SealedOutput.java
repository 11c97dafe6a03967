// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import javax.crypto.SecretKey;
import officina.base.DurableFiles;
import org.apache.lucene.store.IndexOutput;

/** Writes a new file. For one thread; no interrupt closes it, as it would a channel. */
final class SealedOutput extends IndexOutput {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream out;
    private final SecretKey key;
    private final byte[] block = new byte[Blocks.SIZE];
    private final CRC32 checksum = new CRC32();
    private int filled;
    private long written;
    private boolean closed;

    private SealedOutput(Path path, OutputStream out, FileKeys keys) throws IOException {
        super(path.toString(), String.valueOf(path.getFileName()));
        this.out = out;
        byte[] salt = new byte[Blocks.SALT];
        RANDOM.nextBytes(salt);
        key = keys.of(salt);
        out.write(Blocks.MAGIC);
        out.write(salt);
    }

    static SealedOutput create(Path path, FileKeys keys) throws IOException {
        // which only its owner may read
        DurableFiles.openNew(path).close();
        OutputStream out = open(path);
        try {
            return new SealedOutput(path, out, keys);
        } catch (IOException | RuntimeException e) {
            out.close();
            throw e;
        }
    }

    /** It was just made; that it cannot be opened does not say that something is missing. */
    private static OutputStream open(Path path) throws IOException {
        try {
            return new FileOutputStream(path.toFile());
        } catch (FileNotFoundException e) {
            throw new IOException("a new file cannot be opened", e);
        }
    }

    @Override
    public void writeByte(byte value) throws IOException {
        writeBytes(new byte[] {value}, 0, 1);
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
        checksum.update(bytes, offset, length);
        int at = offset;
        int rest = length;
        while (rest > 0) {
            if (filled == Blocks.SIZE) {
                flush(false);
            }
            int part = Math.min(rest, Blocks.SIZE - filled);
            System.arraycopy(bytes, at, block, filled, part);
            filled += part;
            at += part;
            rest -= part;
        }
    }

    private void flush(boolean last) throws IOException {
        out.write(Blocks.seal(key, written / Blocks.SIZE, last, block, filled));
        written += filled;
        filled = 0;
    }

    @Override
    public long getFilePointer() {
        return written + filled;
    }

    @Override
    public long getChecksum() {
        return checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                flush(true);
            }
        }
    }
}
