// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/**
 * The text of a file as it is now.
 *
 * @param cut only the beginning was read
 */
public record OpenedText(String text, boolean cut) {

    /** More bytes of a file are not shown. */
    public static final int MOST = 4 << 20;

    /** Reads a file; blocks. {@code document.unreadable}. */
    public static OpenedText read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            boolean cut = bytes.length > MOST;
            return new OpenedText(decode(bytes, cut ? MOST : bytes.length), cut);
        } catch (IOException unreadable) {
            throw new FailureException(Failure.of(
                    "document.unreadable",
                    ErrorKind.RESOURCE,
                    "The file " + file + " cannot be read now.",
                    "It may have been moved or deleted since it was found; read its folder again."));
        }
    }

    /** UTF-8 where it is that, but for a character that the end cuts; else what Western Windows writes. */
    private static String decode(byte[] bytes, int length) {
        for (int less = 0; less < 4 && less <= length; less++) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, length - less))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException other) {
                if (length <= MOST && bytes.length <= MOST) {
                    break;
                }
            }
        }
        return new String(bytes, 0, length, Charset.forName("windows-1252"));
    }
}
