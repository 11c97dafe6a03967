// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.TextDecoder;

/**
 * The text of a file as it is now.
 *
 * @param cut only the beginning was read
 */
public record OpenedText(String text, boolean cut) {

    /** More bytes of a file are not shown. */
    public static final int MOST = 4 << 20;

    /**
     * Reads a file as the index reads it: through no link, with the same line numbers. Blocks. {@code
     * document.unreadable}, {@code document.no-text}.
     */
    public static OpenedText read(Path file) {
        byte[] bytes = bytes(file);
        boolean cut = bytes.length > MOST;
        return TextDecoder.decode(cut ? Arrays.copyOf(bytes, wholeCharacters(bytes)) : bytes)
                .map(text -> new OpenedText(text, cut))
                .orElseThrow(() -> new FailureException(Failure.of(
                        "document.no-text",
                        ErrorKind.USER,
                        "The file " + file + " holds no text now.",
                        "Open it with its own program.")));
    }

    private static byte[] bytes(Path file) {
        try {
            // a pipe in its place would never end
            if (Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile()) {
                try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                    return in.readNBytes(MOST + 1);
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(file);
        }
        throw unreadable(file);
    }

    private static FailureException unreadable(Path file) {
        return new FailureException(Failure.of(
                "document.unreadable",
                ErrorKind.RESOURCE,
                "The file " + file + " cannot be read now.",
                "It may have been moved or deleted since it was found; read its folder again."));
    }

    /** Where a text that is longer is cut, so that no character of UTF-8 is torn; those of UTF-16 are as long as it is. */
    private static int wholeCharacters(byte[] bytes) {
        int end = MOST;
        if (bytes[end - 1] == 0 || bytes[end - 2] == 0) {
            return end;
        }
        while (end > MOST - 4 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }
}
