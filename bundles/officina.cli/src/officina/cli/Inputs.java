// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import officina.api.chat.ChatRequest;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** Reads what a person or program hands over: bounded, and only as UTF-8. */
final class Inputs {

    /** A character of UTF-8 has at most four bytes. */
    private static final int MAX_BYTES = ChatRequest.MAX_TEXT * 4;

    private Inputs() {}

    /** All of the stream as text. Never holds more than the limit; {@code chat.too-long}, {@code usage.not-utf}. */
    static String text(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw failure(
                        "chat.too-long",
                        "The text on standard input has more than " + MAX_BYTES + " bytes.",
                        "A message has at most " + ChatRequest.MAX_TEXT + " characters.",
                        null);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw failure(
                    "usage.not-utf",
                    "The text on standard input is not UTF-8.",
                    "Convert it, for example with iconv.",
                    e);
        } catch (IOException e) {
            throw failure("usage.unreadable", "Standard input cannot be read.", null, e);
        }
    }

    /** A word of the command line as it was meant; a replacement character says that it was not UTF-8. */
    static String word(String word) {
        if (word.indexOf('\ufffd') >= 0) {
            throw failure(
                    "usage.not-utf",
                    "A word of the command is not UTF-8.",
                    "Use a UTF-8 locale, or hand the text over on standard input.",
                    null);
        }
        return word;
    }

    private static FailureException failure(
            String code,
            String message,
            @org.jspecify.annotations.Nullable String remedy,
            @org.jspecify.annotations.Nullable Exception cause) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy), cause);
    }
}
