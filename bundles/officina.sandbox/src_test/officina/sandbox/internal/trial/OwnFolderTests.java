// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFolderTests {

    @TempDir
    private Path folder;

    @Test
    void is_for_one_user_alone_and_takes_nothing_along_that_a_link_names() throws Exception {
        assumeTrue(System.getProperty("os.name", "").equals("Linux"), "there is a sandbox on Linux alone");
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            assertInstanceOf(SecureDirectoryStream.class, stream);
        }
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path kept = Files.writeString(outside.resolve("kept"), "kept");
        Path made;
        try (OwnFolder own = new OwnFolder(folder, "own")) {
            made = own.path();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
            Path inside = Files.createDirectories(made.resolve("one").resolve("two"));
            Files.writeString(inside.resolve("file"), "gone");
            Files.createSymbolicLink(inside.resolve("link"), outside);
        }
        assertFalse(Files.exists(made));
        assertEquals("kept", Files.readString(kept));
    }
}
