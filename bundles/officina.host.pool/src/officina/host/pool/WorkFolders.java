// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Set;
import officina.base.LockFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders that plug-ins work in, beside each other in the folder for temporary files, so that no two belong to the
 * same user. A file beside them is locked for as long as their engine lives: by that the next engine knows what one left
 * that was killed, and removes it. Any thread.
 */
final class WorkFolders implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkFolders.class);

    private static final String NAME = "officina-plugins-";
    private static final String LOCK = ".lock";

    private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwx------");

    private final Path place;
    private final String name;
    private final LockFile lock;

    private WorkFolders(Path place, String name, LockFile lock) {
        this.place = place;
        this.name = name;
        this.lock = lock;
    }

    /**
     * Removes what engines of the same person left that are gone.
     *
     * @param place where all of them are
     */
    static WorkFolders in(Path place) throws IOException {
        SecureRandom random = new SecureRandom();
        while (true) {
            String name = NAME + Long.toUnsignedString(random.nextLong(), 36);
            LockFile lock = LockFile.take(place.resolve(name + LOCK));
            if (lock != null) {
                WorkFolders made = new WorkFolders(place, name, lock);
                made.removeLeft();
                return made;
            }
            // whoever looked for what is left was there between the file and its lock, and has removed it
        }
    }

    /** A new one, empty. */
    Path make() throws IOException {
        return Files.createTempDirectory(place, name + "-").toRealPath();
    }

    private void removeLeft() throws IOException {
        UserPrincipal we = owner(place.resolve(name + LOCK));
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(place, NAME + "*" + LOCK)) {
            for (Path each : locks) {
                removeLeft(each, we);
            }
        }
    }

    private void removeLeft(Path file, UserPrincipal we) {
        try {
            if (!owner(file).equals(we)) {
                return;
            }
            try (LockFile taken = LockFile.take(file)) {
                if (taken != null) {
                    String left = file.getFileName().toString();
                    removeAll(left.substring(0, left.length() - LOCK.length()));
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            tell(e);
        }
    }

    private static UserPrincipal owner(Path file) throws IOException {
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
    }

    private void removeAll(String of) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, of + "-*")) {
            for (Path each : folders) {
                remove(each);
            }
        }
    }

    /** As far as that can be done: a plug-in may have made its folders unreadable, or very many of them. */
    static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                    Files.setPosixFilePermissions(each, OPEN);
                    return FileVisitResult.CONTINUE;
                }

                /** A folder that could not be looked into before it was made readable. */
                @Override
                public FileVisitResult visitFileFailed(Path each, IOException trouble) throws IOException {
                    if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
                            || Files.getPosixFilePermissions(each).containsAll(OPEN)) {
                        throw trouble;
                    }
                    Files.setPosixFilePermissions(each, OPEN);
                    Files.walkFileTree(each, this);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, @Nullable IOException trouble) throws IOException {
                    Files.deleteIfExists(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            tell(e);
        }
    }

    private static void tell(IOException e) {
        log.warn("a folder of a plug-in could not be removed: {}", e.getClass().getSimpleName());
    }

    /** Whoever made folders has removed them. */
    @Override
    public void close() {
        try (lock) {
            Files.deleteIfExists(place.resolve(name + LOCK));
        } catch (IOException e) {
            tell(e);
        }
    }
}
