// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The user that a work folder belongs to. Where this process runs as root, each work folder gets a number that no other
 * folder beside it has, of those that Linux keeps for services which come and go, and keeps it.
 */
final class WorkOwner {

    private static final int FIRST = 61184;
    private static final int LAST = 65519;
    private static final String OWNER = "unix:uid";
    private static final String GROUP = "unix:gid";

    private final boolean root;

    WorkOwner(boolean root) {
        this.root = root;
    }

    /** Whether the user of this process is root. */
    static boolean isRoot() {
        try {
            return number(Path.of("/proc/self/stat")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The number of the user to become for it; 0 to stay who one is. */
    synchronized int of(Path work) throws IOException {
        if (!root) {
            return 0;
        }
        int now = number(work);
        if (isOurs(now)) {
            return now;
        }
        Set<Integer> taken = new HashSet<>();
        Path around = work.getParent();
        if (around != null) {
            try (DirectoryStream<Path> beside = Files.newDirectoryStream(around)) {
                for (Path each : beside) {
                    taken.add(numberOrNone(each));
                }
            }
        }
        // begins elsewhere for each folder, so that two in different places seldom have the same
        int count = LAST - FIRST + 1;
        int begin = Math.floorMod(work.toString().hashCode(), count);
        for (int i = 0; i < count; i++) {
            int free = FIRST + (begin + i) % count;
            if (!taken.contains(free)) {
                Files.setAttribute(work, GROUP, free);
                Files.setAttribute(work, OWNER, free);
                return free;
            }
        }
        throw new IOException("every number is taken");
    }

    /** One that is gone meanwhile has none. */
    private static int numberOrNone(Path file) throws IOException {
        try {
            return number(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static boolean isOurs(int number) {
        return number >= FIRST && number <= LAST;
    }

    private static int number(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, OWNER, LinkOption.NOFOLLOW_LINKS);
    }
}
