// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKey;
import org.apache.lucene.index.CorruptIndexException;

/** An open file to be read. Any thread; no interrupt closes it, as it would a channel. */
final class SealedFile implements Closeable {

    private final RandomAccessFile file;
    private final SecretKey key;
    private final String name;
    private final long length;
    private final long blocks;
    private final PageCache cache;
    private final long number;
    private boolean closed;

    private SealedFile(RandomAccessFile file, String name, FileKeys keys, PageCache cache) throws IOException {
        this.file = file;
        this.name = name;
        this.cache = cache;
        long size = file.length();
        length = Blocks.content(size);
        blocks = Blocks.blocks(size);
        if (length < 0) {
            throw new CorruptIndexException("not a length of such a file", name);
        }
        byte[] head = new byte[Blocks.HEAD];
        file.readFully(head);
        int magic = Blocks.MAGIC.length;
        if (!Arrays.equals(head, 0, magic, Blocks.MAGIC, 0, magic)) {
            throw new CorruptIndexException("not such a file", name);
        }
        key = keys.of(Arrays.copyOfRange(head, magic, head.length));
        number = cache.nextFile();
    }

    static SealedFile open(Path path, FileKeys keys, PageCache cache) throws IOException {
        RandomAccessFile file = open(path, "r");
        try {
            return new SealedFile(file, String.valueOf(path.getFileName()), keys, cache);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Only what is not there is missing: too many open files and a lack of permission give the same error. */
    static RandomAccessFile open(Path path, String mode) throws IOException {
        try {
            return new RandomAccessFile(path.toFile(), mode);
        } catch (FileNotFoundException e) {
            throw Files.notExists(path)
                    ? new NoSuchFileException(path.toString())
                    : new IOException("a file that is there cannot be opened", e);
        }
    }

    /** Of the content. */
    long length() {
        return length;
    }

    /** The content of a block. */
    byte[] page(long block) throws IOException {
        return cache.page(number, block, this::read);
    }

    private byte[] read(long block) throws IOException {
        boolean last = block == blocks - 1;
        byte[] sealed = new byte[last ? (int) (length - block * Blocks.SIZE) + Blocks.TAG : Blocks.SEALED];
        synchronized (this) {
            if (closed) {
                throw new IOException("closed: " + name);
            }
            try {
                file.seek(Blocks.HEAD + block * Blocks.SEALED);
                file.readFully(sealed);
            } catch (EOFException e) {
                throw new CorruptIndexException("shorter than it was", name, e);
            }
        }
        try {
            return Blocks.open(key, block, last, sealed);
        } catch (GeneralSecurityException e) {
            throw new CorruptIndexException("block " + block + " is not what was written", name, e);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            file.close();
        }
        cache.forget(number, blocks);
    }
}
