// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that changes passphrase and recovery phrase, again and again in the same folder. */
class KeyChangeKillTests {

    private static final int ROUNDS = Boolean.getBoolean("officina.long") ? 200 : 4;

    /** A change prints four lines, so a kill comes after one or two, in the middle of the next. */
    private static final int MOST_LINES = 12;

    private static final int FEWER = 8;

    @TempDir
    private Path folder;

    private int passphrase;
    private int begun;
    private String phrase = "";
    private String newer = "";

    @Test
    void after_a_kill_the_old_or_the_new_passphrase_opens_the_data_and_so_does_the_phrase() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] key;
        try (Vault vault = KeyChanger.factory().open(folder, new FixedPassphrase("passphrase 0"))) {
            key = vault.key("journal").getEncoded();
        }
        int changes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String where = "round " + round + ", seed " + seed;
            int before = passphrase;
            killOneChanger(random);
            changes += begun - before;
            passphrase = opensWith(key, begun) ? begun : passphrase;
            assertTrue(opensWith(key, passphrase), where + ": passphrase " + passphrase);
            if (!phrase.isEmpty() || !newer.isEmpty()) {
                boolean opened = recovers(key, phrase) || recovers(key, newer);
                assertTrue(opened, where + ": the phrase does not open");
            }
            phrase = recovers(key, newer) ? newer : phrase;
        }
        assertTrue(changes >= ROUNDS, "hardly anything was changed: " + changes);
    }

    private void killOneChanger(Random random) throws IOException, InterruptedException {
        begun = passphrase;
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeyChanger.class.getName(),
                        folder.toString(),
                        Integer.toString(passphrase))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int lines = MOST_LINES - random.nextInt(FEWER);
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            String line = out.readLine();
            for (int read = 1; line != null; read++) {
                take(line);
                if (read == lines) {
                    // unlike that of the process, this leaves in the pipe what was printed
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the killed process did not end");
    }

    private void take(String line) {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "begin" -> begun = Integer.parseInt(words[1]);
            case "done" -> passphrase = Integer.parseInt(words[1]);
            case "maybe" -> newer = words[1];
            case "phrase" -> phrase = words[1];
            default -> throw new AssertionError("not a line of the changer: " + words[0]);
        }
    }

    private boolean opensWith(byte[] key, int number) {
        try (Vault vault = KeyChanger.factory().open(folder, new FixedPassphrase("passphrase " + number))) {
            assertArrayEquals(key, vault.key("journal").getEncoded());
            return true;
        } catch (FailureException e) {
            return notDamaged(e);
        }
    }

    private boolean recovers(byte[] key, String words) {
        try (SecretText typed = new SecretText(words.toCharArray());
                Vault vault = KeyChanger.factory().recover(folder, typed)) {
            assertArrayEquals(key, vault.key("journal").getEncoded());
            return true;
        } catch (FailureException e) {
            return notDamaged(e);
        }
    }

    /** Of all that can be wrong, only that it is another one. */
    private static boolean notDamaged(FailureException e) {
        switch (e.failure().code()) {
            case "vault.wrong-passphrase", "vault.wrong-phrase", "vault.phrase-mistyped", "vault.no-phrase" -> {
                return false;
            }
            default -> throw e;
        }
    }
}
