// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.RandomAccessInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedDirectoryTests {

    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final String NAME = "_0.cfs";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8191, 8192, 8193, 16384, 50_000})
    void gives_back_what_was_written_wherever_it_is_read(int size) throws IOException {
        byte[] content = content(size);
        try (EncryptedDirectory directory = written(content);
                IndexInput input = directory.openInput(NAME, IOContext.DEFAULT)) {
            assertEquals(size, input.length());
            assertEquals(size, directory.fileLength(NAME));
            assertArrayEquals(content, bytes(input, size));
            Random random = new Random(size);
            for (int i = 0; i < 50 && size > 0; i++) {
                int at = random.nextInt(size);
                int length = 1 + random.nextInt(size - at);
                IndexInput slice = input.slice("part", at, length);
                IndexInput clone = slice.clone();
                clone.seek(length / 2);
                assertArrayEquals(
                        Arrays.copyOfRange(content, at + length / 2, at + length), bytes(clone, length - length / 2));
                assertArrayEquals(Arrays.copyOfRange(content, at, at + length), bytes(slice, length));
                RandomAccessInput places = input.randomAccessSlice(at, length);
                assertEquals(content[at + length - 1], places.readByte(length - 1));
            }
            input.seek(size);
            assertThrows(EOFException.class, input::readByte);
        }
    }

    @Test
    void every_changed_byte_is_noticed() throws IOException {
        written(content(20_000)).close();
        byte[] good = Files.readAllBytes(folder.resolve(NAME));
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            byte[] bad = good.clone();
            bad[i < 60 ? i : random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(folder.resolve(NAME), bad);
            assertThrows(CorruptIndexException.class, this::readAll);
        }
    }

    @Test
    void a_file_that_was_cut_or_grew_is_noticed() throws IOException {
        written(content(3 * Blocks.SIZE)).close();
        byte[] good = Files.readAllBytes(folder.resolve(NAME));
        for (int size : List.of(
                0, 7, Blocks.HEAD, Blocks.HEAD + Blocks.SEALED, Blocks.HEAD + 2 * Blocks.SEALED, good.length - 1)) {
            Files.write(folder.resolve(NAME), Arrays.copyOf(good, size));
            assertThrows(CorruptIndexException.class, this::readAll, "cut to " + size);
        }
        Files.write(folder.resolve(NAME), Arrays.copyOf(good, good.length + Blocks.SEALED));
        assertThrows(CorruptIndexException.class, this::readAll);
    }

    @Test
    void blocks_cannot_change_places_nor_files() throws IOException {
        written(content(3 * Blocks.SIZE)).close();
        byte[] one = Files.readAllBytes(folder.resolve(NAME));
        byte[] swapped = one.clone();
        System.arraycopy(one, Blocks.HEAD, swapped, Blocks.HEAD + Blocks.SEALED, Blocks.SEALED);
        Files.write(folder.resolve(NAME), swapped);
        assertThrows(CorruptIndexException.class, this::readAll);

        Files.delete(folder.resolve(NAME));
        written(content(3 * Blocks.SIZE)).close();
        byte[] other = Files.readAllBytes(folder.resolve(NAME));
        assertFalse(Arrays.equals(one, other), "the same content is never the same file");
        System.arraycopy(one, Blocks.HEAD, other, Blocks.HEAD, Blocks.SEALED);
        Files.write(folder.resolve(NAME), other);
        assertThrows(CorruptIndexException.class, this::readAll);
    }

    @Test
    void another_key_opens_nothing() throws IOException {
        written(content(100)).close();
        SecretKey other =
                new SecretKeySpec("another key of thirty-two bytes.".getBytes(StandardCharsets.US_ASCII), "AES");
        try (EncryptedDirectory directory = new EncryptedDirectory(folder, other);
                IndexInput input = directory.openInput(NAME, IOContext.DEFAULT)) {
            assertThrows(CorruptIndexException.class, input::readByte);
        }
    }

    @Test
    void is_a_folder_of_files() throws IOException {
        try (EncryptedDirectory directory = written(content(10))) {
            String temporary;
            try (IndexOutput output = directory.createTempOutput("_1", "sort", IOContext.DEFAULT)) {
                output.writeString("secret");
                temporary = output.getName();
            }
            assertEquals(List.of(NAME, temporary), List.of(directory.listAll()));
            directory.sync(List.of(NAME, temporary));
            directory.rename(temporary, "_2.si");
            directory.syncMetaData();
            try (IndexInput input = directory.openInput("_2.si", IOContext.DEFAULT)) {
                assertEquals("secret", input.readString());
            }
            directory.deleteFile(NAME);
            assertEquals(List.of("_2.si"), List.of(directory.listAll()));
            assertThrows(NoSuchFileException.class, () -> directory.deleteFile(NAME));
            assertThrows(NoSuchFileException.class, () -> directory.openInput(NAME, IOContext.DEFAULT));
            assertThrows(IOException.class, () -> directory.createOutput("_2.si", IOContext.DEFAULT));
        }
    }

    @Test
    void an_interrupted_thread_reads_and_writes_on() throws IOException {
        Thread.currentThread().interrupt();
        try (EncryptedDirectory directory = written(content(100_000));
                IndexInput input = directory.openInput(NAME, IOContext.DEFAULT)) {
            directory.sync(List.of(NAME));
            assertArrayEquals(content(100_000), bytes(input, 100_000));
        } finally {
            assertEquals(true, Thread.interrupted());
        }
    }

    private EncryptedDirectory written(byte[] content) throws IOException {
        EncryptedDirectory directory = new EncryptedDirectory(folder, KEY);
        try (IndexOutput output = directory.createOutput(NAME, IOContext.DEFAULT)) {
            int half = content.length / 3;
            output.writeBytes(content, half);
            output.writeBytes(content, half, content.length - half);
            assertEquals(content.length, output.getFilePointer());
        }
        return directory;
    }

    private void readAll() throws IOException {
        try (EncryptedDirectory directory = new EncryptedDirectory(folder, KEY);
                IndexInput input = directory.openInput(NAME, IOContext.DEFAULT)) {
            bytes(input, (int) input.length());
        }
    }

    private static byte[] bytes(IndexInput input, int length) throws IOException {
        byte[] bytes = new byte[length];
        input.readBytes(bytes, 0, length);
        return bytes;
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(42).nextBytes(content);
        return content;
    }
}
