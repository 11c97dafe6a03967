// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import officina.base.DurableFiles;
import officina.base.Redacted;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.BaseDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of files that are encrypted block by block, temporary ones as well; names and lengths are in the clear and hold
 * nothing of the user's. The folder belongs to one process, which somebody else makes sure of.
 */
public class EncryptedDirectory extends BaseDirectory {

    private static final Logger log = LoggerFactory.getLogger(EncryptedDirectory.class);

    private final Path folder;
    private final FileKeys keys;
    private final PageCache cache = new PageCache(Runtime.getRuntime().maxMemory());
    private final Set<String> undeleted = ConcurrentHashMap.newKeySet();
    private final AtomicLong temporary = new AtomicLong();

    /** Makes the folder where there is none. */
    public EncryptedDirectory(Path folder, SecretKey key) throws IOException {
        super(new SingleInstanceLockFactory());
        this.folder = folder;
        keys = new FileKeys(key);
        DurableFiles.createFolder(folder);
    }

    @Override
    public String[] listAll() throws IOException {
        ensureOpen();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !undeleted.contains(name))
                    .sorted()
                    .toArray(String[]::new);
        }
    }

    @Override
    public void deleteFile(String name) throws IOException {
        ensureOpen();
        if (!Files.exists(folder.resolve(name)) || !undeleted.add(name)) {
            throw new NoSuchFileException(name);
        }
        deleteAgain();
    }

    /** On some systems a file that is open cannot be deleted; it is, later. */
    private void deleteAgain() {
        undeleted.removeIf(name -> {
            try {
                Files.deleteIfExists(folder.resolve(name));
                return true;
            } catch (IOException e) {
                log.debug("a file is still in use", Redacted.of(e));
                return false;
            }
        });
    }

    @Override
    public long fileLength(String name) throws IOException {
        ensureOpen();
        long length = Blocks.content(Files.size(folder.resolve(name)));
        if (length < 0) {
            throw new CorruptIndexException("not a length of such a file", name);
        }
        return length;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        ensureOpen();
        return SealedOutput.create(folder.resolve(name), keys);
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        ensureOpen();
        String name = IndexFileNames.segmentFileName(
                prefix, suffix + "_" + Long.toString(temporary.getAndIncrement(), Character.MAX_RADIX), "tmp");
        Files.deleteIfExists(folder.resolve(name));
        return SealedOutput.create(folder.resolve(name), keys);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        ensureOpen();
        for (String name : names) {
            // no channel: an interrupt would close it, and the writer would give up for good
            try (RandomAccessFile file = SealedFile.open(folder.resolve(name), "rw")) {
                file.getFD().sync();
            }
        }
    }

    @Override
    public void syncMetaData() throws IOException {
        ensureOpen();
        DurableFiles.syncFolder(folder);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        ensureOpen();
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        ensureOpen();
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return SealedInput.of(name, SealedFile.open(file, keys, cache));
    }

    @Override
    public Set<String> getPendingDeletions() {
        deleteAgain();
        return Set.copyOf(undeleted);
    }

    @Override
    public void close() {
        isOpen = false;
        deleteAgain();
        cache.clear();
    }
}
