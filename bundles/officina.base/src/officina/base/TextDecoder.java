// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes text of bytes: by the mark at their beginning, as UTF-8 where they are that, as UTF-16 where every second byte is
 * zero, else as Windows-1252. Line ends become line feeds, so that lines have the same numbers wherever a file is read.
 * Bytes that are no text give nothing. Any thread.
 */
public final class TextDecoder {

    private static final int SAMPLE = 1 << 13;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char UNKNOWN = '\uFFFD';

    private TextDecoder() {}

    /** The text; empty where the bytes are none. */
    public static Optional<String> decode(byte[] bytes) {
        Optional<String> text = marked(bytes);
        if (text.isEmpty()) {
            text = unmarked(bytes);
        }
        return text.map(TextDecoder::withLineFeeds).filter(TextDecoder::isText);
    }

    private static Optional<String> marked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        } else if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, StandardCharsets.UTF_32LE));
        } else if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, StandardCharsets.UTF_32BE));
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    private static Optional<String> unmarked(byte[] bytes) {
        int end = Math.min(bytes.length, SAMPLE);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (even + odd == 0) {
            return Optional.of(eightBit(bytes));
        } else if (bytes.length % 2 == 0 && odd * 4 > end && even * 20 < odd) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16LE));
        } else if (bytes.length % 2 == 0 && even * 4 > end && odd * 20 < even) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    /** UTF-8, forgiving one bad byte in a hundred that belong to UTF-8, else the old eight bits. */
    private static String eightBit(byte[] bytes) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            CharBuffer text = strict.decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException e) {
            String mended = new String(bytes, StandardCharsets.UTF_8);
            long bad = mended.chars().filter(c -> c == UNKNOWN).count();
            long good = mended.chars().filter(c -> c >= 0x80 && c != UNKNOWN).count();
            return bad * 100 <= good ? mended : new String(bytes, WINDOWS);
        }
    }

    private static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Text has hardly any control characters, and few that no character set knows. */
    private static boolean isText(String text) {
        long odd = text.chars().filter(TextDecoder::isOdd).count();
        return odd * 50 <= text.length();
    }

    private static boolean isOdd(int c) {
        return c < 0x20 && c != '\n' && c != '\t' && c != '\f' && c != 0x1B
                || c == UNKNOWN
                || c >= 0x7F && c < 0xA0 && c != 0x85;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
