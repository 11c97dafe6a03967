// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** Reads secrets from files and inherited descriptors, as UTF-8, without making a string of them. */
final class SecretFiles {

    private static final int MAX_BYTES = 4_096;

    /** Above it the shell that starts the program may have files of its own, and nobody could tell them apart. */
    private static final int LAST_DESCRIPTOR = 9;

    private SecretFiles() {}

    /** A path that leads nowhere where the caller has not opened it: Java may have a file of its own there. */
    static Path descriptor(int number) {
        if (number > LAST_DESCRIPTOR) {
            throw new FailureException(Failure.of(
                    "usage.descriptor",
                    ErrorKind.USER,
                    "A secret is read from a descriptor up to " + LAST_DESCRIPTOR + ", not from " + number + ".",
                    "For example: officina todo list --passphrase-fd 3 3<FILE"));
        }
        boolean closed = isClosed(
                number,
                System.getenv().getOrDefault("OFFICINA_CLOSED", ""),
                ProcessHandle.current().pid());
        return Path.of("/proc/self/fd", closed ? "closed" : Integer.toString(number));
    }

    /** As the start script has found it: its process, which has become this one, and the descriptors. */
    static boolean isClosed(int number, String found, long process) {
        List<String> words = List.of(found.split(" "));
        return words.getFirst().equals(Long.toString(process))
                && words.subList(1, words.size()).stream().anyMatch(word -> word.matches("\\+?0*" + number));
    }

    /** The first line, which is not read beyond: the next line of a pipe may be another secret. */
    static char[] firstLine(Path source) throws IOException {
        try (InputStream in = new FileInputStream(source.toFile());
                Wiped line = new Wiped()) {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (line.size() >= MAX_BYTES) {
                    throw new IOException("the line is longer than " + MAX_BYTES + " bytes");
                }
                line.write(next);
            }
            byte[] bytes = line.toByteArray();
            int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
            return decoded(bytes, length);
        }
    }

    /** All of it. */
    static char[] all(Path source) throws IOException {
        try (InputStream in = new FileInputStream(source.toFile())) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                Arrays.fill(bytes, (byte) 0);
                throw new IOException("there are more than " + MAX_BYTES + " bytes");
            }
            return decoded(bytes, bytes.length);
        }
    }

    private static char[] decoded(byte[] bytes, int length) throws IOException {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            char[] secret = new char[text.remaining()];
            text.get(secret);
            Arrays.fill(text.array(), '\0');
            return secret;
        } catch (CharacterCodingException e) {
            throw new IOException("not UTF-8", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Overwrites its buffer when closed. */
    private static final class Wiped extends ByteArrayOutputStream {

        Wiped() {
            super(MAX_BYTES);
        }

        @Override
        public void close() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
