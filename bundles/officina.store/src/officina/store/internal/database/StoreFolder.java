// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import officina.base.LockFile;
import officina.base.Redacted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one store, held by one process:
 *
 * <ul>
 *   <li>{@code officina.mv.db} the database, encrypted by H2, whose encryption does not notice changed bytes
 *   <li>{@code checkpoint} up to where it is whole, with an authentication code: see {@link DatabaseFile}
 *   <li>{@code key} a proof of which key it was made with, and its SHA-256: tells a wrong key from a damaged file
 *   <li>{@code damaged} an empty file: damage was seen while the store was open
 *   <li>{@code lock} locked while the store is open
 * </ul>
 */
public final class StoreFolder implements AutoCloseable {

    /** So many bytes the database may grow by, beside a multiple of what lives in it, before it is compacted. */
    public static final long LEAST_GROWTH = 64L << 20;

    /** How long closing waits for calls to end, and for a database that failed to let go of its files. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String DAMAGED = ".damaged-";

    /** How many damaged stores are kept. */
    private static final int KEPT = 3;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final Logger log = LoggerFactory.getLogger(StoreFolder.class);

    private final Path folder;
    private final StoreKeys keys;
    private final DatabaseFile file;
    private final Duration patience;
    private LockFile lock;

    private StoreFolder(Path folder, StoreKeys keys, DatabaseFile file, Duration patience, LockFile lock) {
        this.folder = folder;
        this.keys = keys;
        this.file = file;
        this.patience = patience;
        this.lock = lock;
    }

    /**
     * Takes the folder, making it where there is none. {@code engine.in-use}, {@code engine.read-only}, {@code store.io},
     * {@code store.wrong-key}.
     */
    public static StoreFolder take(Path path, StoreKeys keys) {
        return take(path, keys, LEAST_GROWTH, PATIENCE);
    }

    /**
     * The same.
     *
     * @param leastGrowth so many bytes the database may at least grow by before it is compacted
     * @param patience how long closing waits for what should end by itself
     */
    public static StoreFolder take(Path path, StoreKeys keys, long leastGrowth, Duration patience) {
        Path folder = path.toAbsolutePath().normalize();
        if (folder.toString().indexOf(';') >= 0) {
            throw StoreFailures.badPath();
        }
        try {
            Files.createDirectories(folder);
            StoreFolder taken =
                    new StoreFolder(folder, keys, new DatabaseFile(folder, keys, leastGrowth), patience, lock(folder));
            try {
                taken.checkKey();
                return taken;
            } catch (RuntimeException | IOException e) {
                taken.close();
                throw e;
            }
        } catch (IOException e) {
            throw isReadOnly(folder) ? StoreFailures.readOnly(e) : StoreFailures.io(nearest(folder), e);
        }
    }

    private static LockFile lock(Path folder) throws IOException {
        Path database = folder.resolve(DatabaseFile.NAME);
        if (Files.exists(database) && !Files.isWritable(database)) {
            throw StoreFailures.readOnly(null);
        }
        LockFile lock = LockFile.take(folder.resolve("lock"));
        if (lock == null) {
            throw StoreFailures.inUse(null);
        }
        return lock;
    }

    private static boolean isReadOnly(Path folder) {
        Path nearest = nearest(folder);
        return Files.exists(nearest) && !Files.isWritable(nearest);
    }

    private static Path nearest(Path folder) {
        Path nearest = folder;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    /** A proof that cannot be read says nothing about the key; it is written anew. */
    private void checkKey() throws IOException {
        Path file = folder.resolve("key");
        byte[] proof = keys.proof();
        byte[] kept = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        byte[] keptProof = Arrays.copyOf(kept, proof.length);
        boolean whole = Arrays.equals(kept, withDigest(keptProof));
        if (whole && !MessageDigest.isEqual(proof, keptProof)) {
            throw StoreFailures.wrongKey();
        }
        if (!whole) {
            replace(file, withDigest(proof));
        }
    }

    private static byte[] withDigest(byte[] proof) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(proof);
            byte[] both = Arrays.copyOf(proof, proof.length + digest.length);
            System.arraycopy(digest, 0, both, proof.length, digest.length);
            return both;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Path path() {
        return folder;
    }

    StoreKeys keys() {
        return keys;
    }

    /** How long closing waits for what should end by itself. */
    public Duration patience() {
        return patience;
    }

    /** What H2 calls the database: without the ending of its file. */
    Path database() {
        return folder.resolve("officina");
    }

    DatabaseFile file() {
        return file;
    }

    /** Whether damage is known before the database is opened; if not, it is as it was when it was last whole. */
    boolean knownDamaged() throws IOException {
        return Files.exists(folder.resolve("damaged")) || !file.restore();
    }

    /** Whether a store that nobody has open can be read as it is, which changes nothing. */
    public static boolean isReadable(Path folder, StoreKeys keys) throws IOException {
        return !Files.exists(folder.resolve("damaged")) && DatabaseFile.isAsKept(folder, keys);
    }

    /** What was kept from before the tables were changed goes; false where it cannot be deleted now. */
    public boolean forgetCopies() {
        try {
            StoreCopy.deleteAll(folder);
            return true;
        } catch (IOException e) {
            log.warn("A copy of the store from before its tables were changed cannot be deleted", Redacted.of(e));
            return false;
        }
    }

    /** Has the next opening start anew. */
    void markDamaged() throws IOException {
        Files.write(folder.resolve("damaged"), new byte[0]);
    }

    /**
     * Renames the folder and takes an empty one of the old name; returns where the old one lies now. Of many that were
     * moved aside the newest few are kept, so that a failing disk is not filled with them.
     */
    Path moveAside(Instant now) throws IOException {
        lock.close();
        Path aside = free(folder.getFileName() + DAMAGED + TIME.format(now));
        Files.move(folder, aside);
        forgetOld();
        Files.createDirectories(folder);
        lock = lock(folder);
        checkKey();
        file.begin();
        return aside;
    }

    private void forgetOld() throws IOException {
        List<Path> old;
        try (Stream<Path> siblings = Files.list(folder.getParent())) {
            old = siblings.filter(path -> path.getFileName().toString().startsWith(folder.getFileName() + DAMAGED))
                    .sorted(Comparator.reverseOrder())
                    .skip(KEPT)
                    .toList();
        }
        for (Path each : old) {
            try (Stream<Path> files = Files.list(each)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(each);
        }
    }

    private Path free(String name) {
        Path free = folder.resolveSibling(name);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolveSibling(name + "-" + i);
        }
        return free;
    }

    /** What the files take, in bytes. */
    public long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lets others take the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw StoreFailures.io(folder, e);
        }
    }
}
