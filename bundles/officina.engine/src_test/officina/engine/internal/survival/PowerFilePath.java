// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;
import org.jspecify.annotations.Nullable;

/** Has the database use the same {@link PowerDisk} as all others: takes the place of the files that the store names. */
public final class PowerFilePath extends FilePathAsync {

    private static final Set<OpenOption> READING = Set.of(StandardOpenOption.READ);
    private static final Set<OpenOption> WRITING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);

    /** For the database, which makes them by itself. */
    public PowerFilePath() {}

    /** From now on, in this process. Files that lie on no such disk are used as they were. */
    static void register() {
        FilePath.register(new PowerFilePath());
    }

    private @Nullable Path powered() {
        return powered(this);
    }

    private static @Nullable Path powered(FilePath file) {
        Path path = Path.of(file.unwrap().toString());
        PowerDisk disk = PowerDisk.of(path);
        return disk == null ? null : disk.wrapped(path);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path file = powered();
        return file == null ? super.open(mode) : FileChannel.open(file, mode.equals("r") ? READING : WRITING);
    }

    @Override
    public boolean createFile() {
        Path file = powered();
        if (file == null) {
            return super.createFile();
        }
        try {
            Files.createFile(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void delete() {
        Path file = powered();
        if (file == null) {
            super.delete();
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void moveTo(FilePath newName, boolean atomicReplace) {
        Path file = powered();
        Path target = powered(newName);
        if (file == null || target == null) {
            super.moveTo(newName, atomicReplace);
            return;
        }
        try {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
