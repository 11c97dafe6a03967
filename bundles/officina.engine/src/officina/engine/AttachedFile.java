// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import officina.api.content.ContentPart;
import officina.api.content.ContentRef;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import org.jspecify.annotations.Nullable;

/** A file that a person attaches to a message. It stays where it is: the message names it, and it is read when asked. */
public final class AttachedFile {

    /** So many go with one message. */
    public static final int MOST = 8;

    private AttachedFile() {}

    /**
     * The part of a message that attaches the file. Asks the disk, and opens nothing. {@code chat.attachment-missing},
     * {@code chat.attachment-folder}, {@code chat.attachment-unreadable}.
     */
    public static ContentPart.File part(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            throw failure(
                    "chat.attachment-folder",
                    whole + " is a folder.",
                    "Attach files; a folder is added to Knowledge instead.",
                    null);
        }
        if (!Files.exists(whole)) {
            throw failure("chat.attachment-missing", "There is no file " + whole + ".", "Check its name.", null);
        }
        if (!Files.isRegularFile(whole) || !Files.isReadable(whole)) {
            throw unreadable(whole, null);
        }
        try {
            String type = Objects.requireNonNullElse(Files.probeContentType(whole), "application/octet-stream");
            return new ContentPart.File(
                    new ContentRef(whole.toUri()), whole.getFileName().toString(), type, Files.size(whole));
        } catch (IOException e) {
            throw unreadable(whole, e);
        }
    }

    private static FailureException unreadable(Path file, @Nullable Exception cause) {
        return failure(
                "chat.attachment-unreadable",
                file + " cannot be read.",
                "Check its permissions, or attach another one.",
                cause);
    }

    private static FailureException failure(String code, String message, String remedy, @Nullable Exception cause) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy), cause);
    }
}
