// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.vault.KeyProtection;
import officina.vault.PassphraseRequest;
import officina.vault.PassphraseSource;
import officina.vault.Vault;
import officina.vault.internal.keyring.NoKeyring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileVaultFactoryTests {

    private static final PassphraseSource NOBODY = request -> {
        throw new FailureException(VaultFailures.emptyPassphrase().failure());
    };

    @TempDir
    private Path temporary;

    private final MemoryKeyring keyring = new MemoryKeyring();
    private final FileVaultFactory withKeyring = new FileVaultFactory(keyring, FileVaultFactoryTests::weak);
    private final FileVaultFactory withoutKeyring =
            new FileVaultFactory(new NoKeyring("it is a test"), FileVaultFactoryTests::weak);

    /** So that the tests do not take minutes. */
    private static Argon2 weak() {
        return Argon2.fresh(1, 64);
    }

    private Path folder() {
        return temporary.resolve("data");
    }

    @Test
    void makes_a_key_silently_and_finds_it_again() {
        byte[] first = journalKey(withKeyring, NOBODY);

        assertArrayEquals(first, journalKey(withKeyring, NOBODY));
        assertEquals(32, first.length);
    }

    @Test
    void makes_a_different_key_for_each_folder_and_purpose() {
        try (Vault one = withKeyring.open(temporary.resolve("one"), NOBODY);
                Vault two = withKeyring.open(temporary.resolve("two"), NOBODY)) {
            List<String> keys = Stream.of(one.key("journal"), one.key("store"), two.key("journal"))
                    .map(key -> HexFormat.of().formatHex(key.getEncoded()))
                    .toList();
            assertEquals(3, keys.stream().distinct().count());
        }
    }

    @Test
    void says_what_protects_the_key() {
        try (Vault vault = withKeyring.open(folder(), NOBODY)) {
            assertEquals(
                    new KeyProtection(
                            KeyProtection.Kind.KEYRING,
                            "The key of the data is kept in the keyring of the test.",
                            true),
                    vault.keys().state().protection());
            keyring.tried = false;
            assertFalse(vault.keys().state().protection().tried());
        }
        try (Vault vault = withoutKeyring.open(temporary.resolve("other"), new FixedPassphrase("open sesame"))) {
            assertEquals(
                    KeyProtection.Kind.PASSPHRASE,
                    vault.keys().state().protection().kind());
        }
    }

    @Test
    void uses_a_passphrase_where_there_is_no_keyring() {
        FixedPassphrase passphrase = new FixedPassphrase("open sesame");
        byte[] first = journalKey(withoutKeyring, passphrase);

        assertArrayEquals(first, journalKey(withoutKeyring, passphrase));
        assertEquals(List.of(new PassphraseRequest(true, 1), new PassphraseRequest(false, 1)), passphrase.requests);
    }

    @Test
    void takes_a_passphrase_however_its_accents_are_typed() {
        byte[] composed = journalKey(withoutKeyring, new FixedPassphrase("caf\u00e9"));

        assertArrayEquals(composed, journalKey(withoutKeyring, new FixedPassphrase("cafe\u0301")));
    }

    @Test
    void gives_up_after_three_wrong_passphrases_and_changes_nothing() throws IOException {
        journalKey(withoutKeyring, new FixedPassphrase("right"));
        Map<Path, String> before = content();
        FixedPassphrase wrong = new FixedPassphrase("wrong");

        assertEquals("vault.wrong-passphrase", failure(withoutKeyring, wrong).code());

        assertEquals(3, wrong.requests.size());
        assertEquals(before, content());
        journalKey(withoutKeyring, new FixedPassphrase("right"));
    }

    @Test
    void lets_a_person_mistype() {
        byte[] key = journalKey(withoutKeyring, new FixedPassphrase("right"));

        assertArrayEquals(
                key, journalKey(withoutKeyring, request -> (request.attempt() == 2 ? "right" : "rihgt").toCharArray()));
    }

    @Test
    void takes_no_empty_passphrase() {
        FixedPassphrase empty = new FixedPassphrase("");

        assertEquals("vault.passphrase-needed", failure(withoutKeyring, empty).code());
        assertEquals(3, empty.requests.size());
        assertFalse(Files.exists(folder().resolve(FileVaultFactory.FILE)));
    }

    @Test
    void wipes_the_passphrase_it_was_given() {
        char[] given = "open sesame".toCharArray();
        journalKey(withoutKeyring, request -> given);

        assertArrayEquals(new char[given.length], given);
    }

    @Test
    void makes_no_key_file_where_nobody_gives_a_passphrase() throws IOException {
        assertEquals("vault.passphrase-needed", failure(withoutKeyring, NOBODY).code());
        assertEquals(Map.of(), content());
    }

    @Test
    void uses_a_passphrase_when_the_keyring_cannot_be_relied_on() {
        keyring.state = MemoryKeyring.State.LOCKED;
        try (Vault vault = withKeyring.open(folder(), new FixedPassphrase("open sesame"))) {
            assertEquals(
                    KeyProtection.Kind.PASSPHRASE,
                    vault.keys().state().protection().kind());
        }
    }

    @Test
    void tells_a_locked_from_an_absent_from_an_emptied_keyring() {
        byte[] key = journalKey(withKeyring, NOBODY);

        keyring.state = MemoryKeyring.State.LOCKED;
        assertEquals("vault.keyring-locked", failure(withKeyring, NOBODY).code());
        keyring.state = MemoryKeyring.State.UNREACHABLE;
        assertEquals("vault.keyring-unreachable", failure(withKeyring, NOBODY).code());
        keyring.state = MemoryKeyring.State.OPEN;
        assertArrayEquals(key, journalKey(withKeyring, NOBODY));
        keyring.secrets.clear();
        assertEquals("vault.key-lost", failure(withKeyring, NOBODY).code());
    }

    @Test
    void takes_a_foreign_secret_in_the_keyring_for_a_lost_key() {
        journalKey(withKeyring, NOBODY);
        keyring.secrets.replaceAll((id, secret) -> new byte[32]);

        assertEquals("vault.key-lost", failure(withKeyring, NOBODY).code());
    }

    @Test
    void finds_every_damage_of_the_key_file() throws IOException {
        journalKey(withKeyring, NOBODY);
        Path file = folder().resolve(FileVaultFactory.FILE);
        byte[] good = Files.readAllBytes(file);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x10;
            Files.write(file, bad);
            assertEquals("vault.damaged", failure(withKeyring, NOBODY).code(), "byte " + i);
            Files.write(file, Arrays.copyOf(good, i));
            assertEquals("vault.damaged", failure(withKeyring, NOBODY).code(), "length " + i);
        }
    }

    @Test
    void refuses_a_key_file_of_a_newer_version() throws IOException {
        journalKey(withKeyring, NOBODY);
        Path file = folder().resolve(FileVaultFactory.FILE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[9]++;
        Files.write(file, sealed(bytes));

        assertEquals("engine.newer-data", failure(withKeyring, NOBODY).code());
    }

    @Test
    void opens_a_file_that_has_more_ways_in_than_it_knows() throws IOException {
        byte[] key = journalKey(withKeyring, NOBODY);
        Path path = folder().resolve(FileVaultFactory.FILE);
        KeyFile file = KeyFile.parse(Files.readAllBytes(path));
        Wrapping unknown = Wrapping.of(99, new byte[70]);
        KeyFile more = new KeyFile(file.id(), List.of(unknown, file.wrappings().getFirst()));
        Files.write(path, more.bytes());

        assertArrayEquals(key, journalKey(withKeyring, NOBODY));
        assertEquals(more, KeyFile.parse(Files.readAllBytes(path)));
    }

    @Test
    void does_not_open_a_wrapping_that_was_moved_to_another_key() throws IOException {
        journalKey(withKeyring, NOBODY);
        Path path = folder().resolve(FileVaultFactory.FILE);
        KeyFile file = KeyFile.parse(Files.readAllBytes(path));
        UUID other = UUID.randomUUID();
        keyring.secrets.put(other, keyring.secrets.get(file.id()));
        Files.write(path, new KeyFile(other, file.wrappings()).bytes());

        assertEquals("vault.key-lost", failure(withKeyring, NOBODY).code());
    }

    @Test
    void never_makes_a_new_key_for_old_data() throws IOException {
        Files.createDirectories(folder().resolve("journal"));
        Files.writeString(folder().resolve("journal/1.segment"), "data");

        assertEquals("vault.key-lost", failure(withKeyring, NOBODY).code());
        assertTrue(keyring.secrets.isEmpty());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void lets_only_the_owner_read_it() throws IOException {
        journalKey(withKeyring, NOBODY);

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(FileVaultFactory.FILE))));
    }

    @Test
    void leaves_nothing_behind_in_a_folder_that_cannot_be_written() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "not a folder");

        assertEquals(
                "vault.io",
                assertThrows(FailureException.class, () -> withKeyring.open(file.resolve("data"), NOBODY))
                        .failure()
                        .code());
        assertTrue(keyring.secrets.isEmpty());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void asks_nothing_when_the_folder_is_read_only() throws IOException {
        Files.createDirectory(
                folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-x------")));
        assumeFalse(Files.isWritable(folder()), "this user may write everywhere");

        assertEquals("vault.io", failure(withoutKeyring, NOBODY).code());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void asks_nothing_when_the_disk_is_read_only() throws IOException, InterruptedException {
        Path mount = Files.createDirectory(folder());
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64k,ro", "tmpfs", mount.toString()),
                "needs the right to mount");
        try {
            FixedPassphrase passphrase = new FixedPassphrase("open sesame");
            assertEquals("vault.io", failure(withoutKeyring, passphrase).code());
            assertEquals(List.of(), passphrase.requests);
            assertEquals("vault.io", failure(withKeyring, passphrase).code());
            assertTrue(keyring.secrets.isEmpty());
        } finally {
            run("umount", mount.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void does_not_write_the_key_or_the_passphrase_anywhere() throws IOException {
        byte[] key = journalKey(withoutKeyring, new FixedPassphrase("open sesame"));

        for (String content : content().values()) {
            assertFalse(content.contains(HexFormat.of().formatHex("open sesame".getBytes(StandardCharsets.UTF_8))));
            assertFalse(content.contains(HexFormat.of().formatHex(key)));
        }
    }

    @Test
    void gives_no_key_after_it_was_closed() {
        Vault vault = withKeyring.open(folder(), NOBODY);
        vault.close();

        assertThrows(IllegalStateException.class, () -> vault.key("journal"));
    }

    private byte[] journalKey(FileVaultFactory factory, PassphraseSource passphrases) {
        try (Vault vault = factory.open(folder(), passphrases)) {
            return vault.key("journal").getEncoded();
        }
    }

    private Failure failure(FileVaultFactory factory, PassphraseSource passphrases) {
        return assertThrows(FailureException.class, () -> factory.open(folder(), passphrases))
                .failure();
    }

    private static byte[] sealed(byte[] bytes) {
        byte[] check = Crypto.sha256(bytes, bytes.length - 32);
        System.arraycopy(check, 0, bytes, bytes.length - 32, 32);
        return bytes;
    }

    private Map<Path, String> content() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file, FileVaultFactoryTests::hex));
        }
    }

    private static String hex(Path file) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
