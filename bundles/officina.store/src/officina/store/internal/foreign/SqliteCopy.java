// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Copies a database that its program may be at work on: the file, and over it what was committed into the log beside it.
 * Nothing is locked, so that the program never waits: what was changed meanwhile is copied once more. A change that leaves
 * the time of a file as it was is found, or not, by the check of what was copied.
 */
final class SqliteCopy {

    private static final int TRIES = 3;
    private static final String LOG = "-wal";
    private static final String JOURNAL = "-journal";
    /** A journal that was emptied, but kept, begins with zeros. */
    private static final int BEGINNING = 8;

    private SqliteCopy() {}

    /** By what a file that was changed is known. */
    private record State(long size, FileTime time) {

        static @Nullable State of(Path file) throws IOException {
            return Files.exists(file) ? new State(Files.size(file), Files.getLastModifiedTime(file)) : null;
        }
    }

    /** The database and the log beside it. */
    private record Pair(@Nullable State file, @Nullable State log) {}

    /** An open copy that has no name, or loses it when it is closed. */
    static ForeignFile of(Path file, Path folder) {
        try {
            for (int i = 0; i < TRIES; i++) {
                Pair before = pair(file);
                FileChannel copy = copy(file, folder);
                if (before.equals(pair(file)) && !isChanging(file)) {
                    return ForeignFile.copied(file, copy);
                }
                copy.close();
            }
        } catch (IOException e) {
            throw ForeignFailures.unreadable(file, e);
        }
        throw ForeignFailures.inUse(file);
    }

    private static Pair pair(Path file) throws IOException {
        return new Pair(State.of(file), State.of(beside(file, LOG)));
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Whether a journal holds what would undo some of the file. */
    private static boolean isChanging(Path file) throws IOException {
        Path journal = beside(file, JOURNAL);
        if (!Files.exists(journal)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(journal)) {
            ByteBuffer beginning = ByteBuffer.allocate(BEGINNING);
            return channel.read(beginning) == BEGINNING && beginning.getLong(0) != 0;
        }
    }

    private static FileChannel copy(Path file, Path folder) throws IOException {
        FileChannel copy = FileChannel.open(
                folder.resolve(UUID.randomUUID() + ".copy"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        boolean done = false;
        try {
            try (FileChannel original = FileChannel.open(file)) {
                long size = original.size();
                long at = 0;
                while (at < size) {
                    long part = original.transferTo(at, size - at, copy);
                    if (part <= 0) {
                        break;
                    }
                    at += part;
                }
            }
            Path log = beside(file, LOG);
            if (Files.exists(log)) {
                try (FileChannel channel = FileChannel.open(log)) {
                    new SqliteLog(channel).applyTo(copy);
                }
            }
            done = true;
            return copy;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }
}
