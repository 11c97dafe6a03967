// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import officina.vault.VaultFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does away with a data folder. A mark comes first and goes last, so that what a crash leaves is erased at the next
 * start; the key comes before the files, so that what is left can be read by nobody. Only what Officina makes is deleted,
 * and no link is followed.
 */
public final class Erasure {

    /** Says that the folder is being erased. */
    static final String MARK = "erasing";

    private static final Logger log = LoggerFactory.getLogger(Erasure.class);

    private final VaultFactory vaults;

    public Erasure(VaultFactory vaults) {
        this.vaults = vaults;
    }

    /** See {@link officina.engine.EngineFactory#erase}. */
    public List<String> erase(Path data) {
        if (!Files.isDirectory(data)) {
            throw failure("data.missing", "There is no data folder at " + data + ".", "Name it with --data.", null);
        }
        if (!isOurs(data)) {
            throw failure(
                    "data.foreign",
                    "The folder " + data + " holds no data of Officina; nothing was deleted.",
                    "Name the data folder with --data.",
                    null);
        }
        try (DataFolder folder = DataFolder.openToErase(data)) {
            mark(folder.path());
            finish(folder.path());
            // while nobody else can take the folder
            return away(folder.path());
        }
    }

    /** Erases what an earlier erasure has left, where one was begun. */
    public void finish(Path data) {
        if (Files.notExists(data.resolve(MARK), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        log.info("the data folder is being erased");
        vaults.destroy(data);
        try {
            for (Path each : OwnFiles.entries(data)) {
                OwnFiles.delete(each);
            }
            DurableFiles.syncFolder(data);
            Files.delete(data.resolve(MARK));
            DurableFiles.syncFolder(data);
        } catch (IOException e) {
            throw unfinished(data, e);
        }
    }

    /** Keeping it from being opened is part of the promise: without the mark nothing is destroyed. */
    private static void mark(Path data) {
        try {
            DurableFiles.replace(data.resolve(MARK), new byte[0]);
        } catch (IOException e) {
            throw failure(
                    "data.erase-refused",
                    "The data folder " + data + " cannot be written, so nothing was deleted.",
                    "Check its permissions and the disk.",
                    e);
        }
    }

    /**
     * The lock and the folder itself, where nothing else is in it; gives what is. A folder that stays keeps its lock: who
     * waits for that may begin new data in it.
     */
    private static List<String> away(Path data) {
        try {
            List<String> left = OwnFiles.entries(data).stream()
                    .map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> !name.equals(DataFolder.LOCK_FILE))
                    .sorted()
                    .toList();
            if (left.isEmpty()) {
                Files.deleteIfExists(data.resolve(DataFolder.LOCK_FILE));
                Files.delete(data);
            }
            return left;
        } catch (DirectoryNotEmptyException e) {
            // another process has begun new data in the place of the erased
            return List.of();
        } catch (IOException e) {
            throw unfinished(data, e);
        }
    }

    private static boolean isOurs(Path data) {
        return Files.exists(data.resolve(MARK), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(data.resolve("vault.keys"), LinkOption.NOFOLLOW_LINKS)
                || Files.exists(data.resolve(DataFolder.FORMAT_FILE), LinkOption.NOFOLLOW_LINKS)
                        && Files.isDirectory(data.resolve("journal"));
    }

    private static FailureException unfinished(Path data, IOException cause) {
        return failure(
                "data.erase-unfinished",
                "The key of the data is destroyed, so that nobody can read the data any more; but not all files in "
                        + data + " could be deleted.",
                "Erase it again, or start Officina: either goes on with it.",
                cause);
    }

    private static FailureException failure(String code, String message, String remedy, @Nullable Exception cause) {
        return new FailureException(Failure.of(code, ErrorKind.RESOURCE, message, remedy), cause);
    }
}
