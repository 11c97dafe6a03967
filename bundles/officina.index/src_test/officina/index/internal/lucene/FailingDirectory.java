// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import officina.index.internal.cipher.EncryptedDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/** Files on a disk that is full, or does not answer at all. */
final class FailingDirectory extends EncryptedDirectory {

    /** What the disk does. */
    enum Disk {
        WORKS,
        FULL,
        GONE
    }

    private final Supplier<Disk> disk;

    FailingDirectory(Path folder, Supplier<Disk> disk) throws IOException {
        super(folder, LuceneIndexTests.KEY);
        this.disk = disk;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        requireRoom();
        return super.createOutput(name, context);
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        requireRoom();
        return super.createTempOutput(prefix, suffix, context);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        if (disk.get() == Disk.GONE) {
            throw new IOException("Input/output error");
        }
        return super.openInput(name, context);
    }

    private void requireRoom() throws IOException {
        if (disk.get() != Disk.WORKS) {
            throw new IOException("No space left on device");
        }
    }
}
