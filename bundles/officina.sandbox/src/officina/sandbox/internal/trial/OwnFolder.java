// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.trial;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;

/**
 * A new folder that only one user comes to. Gone with all in it when closed, found by open folders and not by paths, so
 * that no link that somebody puts into it leads the deletion elsewhere.
 */
final class OwnFolder implements AutoCloseable {

    private final Path where;
    private final Path path;

    OwnFolder(Path where, String name) throws IOException {
        this.where = where;
        // with rights for its owner alone
        path = Files.createTempDirectory(where, name);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (DirectoryStream<Path> above = Files.newDirectoryStream(where)) {
            if (!(above instanceof SecureDirectoryStream<Path> secure)) {
                throw new IOException("folders of this system cannot be emptied safely");
            }
            delete(secure, path.getFileName());
        }
    }

    private static void delete(SecureDirectoryStream<Path> above, Path folder) throws IOException {
        try (SecureDirectoryStream<Path> all = above.newDirectoryStream(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path each : all) {
                Path name = each.getFileName();
                if (isFolder(all, name)) {
                    delete(all, name);
                } else {
                    all.deleteFile(name);
                }
            }
        }
        above.deleteDirectory(folder);
    }

    private static boolean isFolder(SecureDirectoryStream<Path> in, Path name) throws IOException {
        return in.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
    }
}
