// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import officina.base.DurableFiles;

/**
 * The copy of a closed store that is made before its tables are changed, in a folder beside it: as encrypted as the
 * store, and a store itself, so that renaming the folder is enough to go back. It appears when it is whole. For one
 * thread, which holds the store's lock.
 */
final class StoreCopy {

    private static final String MARK = ".before-";
    private static final String UNFINISHED = ".new";
    private static final String DATABASE = DatabaseFile.NAME;
    private static final List<String> FILES = List.of(DATABASE, DatabaseFile.CHECKPOINT, "key");

    private final Path store;
    private final Path folder;

    /** @param version of the tables that the store is to get */
    StoreCopy(Path store, int version) {
        this.store = store;
        folder = store.resolveSibling(store.getFileName() + MARK + version);
    }

    Path folder() {
        return folder;
    }

    /** Whether a change of the tables was begun: {@link #deleteAll} comes after it. */
    boolean exists() {
        return Files.isDirectory(folder);
    }

    /** How many bytes it takes. */
    long size() throws IOException {
        return Files.size(store.resolve(DATABASE));
    }

    /** Makes it, durably; what throws has changed nothing and leaves nothing. */
    void make() throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + UNFINISHED);
        delete(unfinished);
        boolean whole = false;
        try {
            DurableFiles.createFolder(unfinished);
            for (String name : FILES) {
                copy(store.resolve(name), unfinished.resolve(name));
            }
            DurableFiles.syncFolder(unfinished);
            whole = true;
        } finally {
            if (!whole) {
                delete(unfinished);
            }
        }
        DurableFiles.rename(unfinished, folder);
    }

    /** The closed store is as it was when the copy was made. */
    void putBack(DatabaseFile database) throws IOException {
        Path fresh = store.resolve(DATABASE + UNFINISHED);
        Files.deleteIfExists(fresh);
        copy(folder.resolve(DATABASE), fresh);
        database.replaceBy(fresh);
    }

    /** Nobody needs the copies of that store any more. */
    static void deleteAll(Path store) throws IOException {
        try (Stream<Path> siblings = Files.list(store.toAbsolutePath().getParent())) {
            for (Path each : siblings.toList()) {
                if (each.getFileName().toString().startsWith(store.getFileName() + MARK)) {
                    delete(each);
                }
            }
        }
    }

    /** Durably. */
    static void copy(Path from, Path to) throws IOException {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = DurableFiles.openNew(to)) {
            long size = in.size();
            for (long done = 0; done < size; ) {
                done += in.transferTo(done, size - done, out);
            }
            out.force(true);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
