// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;

/** Looks at the data folder and the disk that it lies on. */
final class DiskChecks {

    /** What is written for a try, in bytes: a file of nothing needs no room. */
    private static final int PAGE = 4096;

    private static final long LOW_SPACE = 200L * 1024 * 1024;

    private final Path folder;

    DiskChecks(Path folder) {
        this.folder = folder;
    }

    /** @param paused so many runs stopped for lack of room */
    List<Check> look(int paused) {
        return List.of(isPrivate(), takesWrites(), hasRoom(paused));
    }

    private Check isPrivate() {
        String id = "data-folder";
        String title = "Data folder";
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            boolean open = permissions.stream().anyMatch(each -> !each.name().startsWith("OWNER"));
            return open
                    ? new Check(
                            id,
                            title,
                            Result.PROBLEM,
                            folder + " can be entered by other users of this machine. What lies in it is encrypted.",
                            "Run: chmod 700 \"" + folder + "\"")
                    : verified(id, title, folder + " is private to you.");
        } catch (IOException | UnsupportedOperationException e) {
            return new Check(
                    id, title, Result.NOT_VERIFIED, "Who may enter " + folder + " could not be found out.", "");
        }
    }

    private Check takesWrites() {
        String id = "disk-write";
        String title = "Disk";
        Path probe = folder.resolve("probe.tmp");
        try (FileChannel channel = FileChannel.open(
                probe,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            ByteBuffer page = ByteBuffer.allocate(PAGE);
            while (page.hasRemaining()) {
                channel.write(page);
            }
            channel.force(true);
            return verified(id, title, "Takes writes and confirms them.");
        } catch (IOException e) {
            return new Check(
                    id,
                    title,
                    Result.PROBLEM,
                    "The data folder does not take writes: " + e.getClass().getSimpleName() + ".",
                    "Check the disk and the folder's permissions.");
        }
    }

    private Check hasRoom(int paused) {
        String id = "disk-space";
        String title = "Room on the disk";
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String text = amount(free) + " are free."
                    + (paused == 0
                            ? ""
                            : " " + paused + " run" + (paused == 1 ? "" : "s") + " stopped for lack of room.");
            return free < LOW_SPACE || paused > 0
                    ? new Check(
                            id,
                            title,
                            Result.PROBLEM,
                            text,
                            "Make room: runs stop when the disk is full, and go on by themselves when it is not.")
                    : verified(id, title, text);
        } catch (IOException e) {
            return new Check(id, title, Result.NOT_VERIFIED, "The free space could not be found out.", "");
        }
    }

    private static String amount(long bytes) {
        long mebibytes = bytes >> 20;
        return mebibytes < 10 << 10 ? mebibytes + " MiB" : (mebibytes >> 10) + " GiB";
    }

    private static Check verified(String id, String title, String text) {
        return new Check(id, title, Result.VERIFIED, text, "");
    }
}
