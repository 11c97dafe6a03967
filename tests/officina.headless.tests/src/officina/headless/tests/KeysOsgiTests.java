// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import officina.api.chat.ExecutionMode;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.engine.Engine;
import officina.engine.Keys;
import officina.engine.Keys.Phrase;
import officina.engine.Keys.Storage;
import officina.engine.Todos.TodoQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of the real engine: changed, lost and found again, with everything that was in the data. */
class KeysOsgiTests {

    private static final String FIRST = "correct horse marker";
    private static final String SECOND = "battery staple marker";
    private static final String THIRD = "sesame street marker";

    @TempDir
    private Path temporary;

    @Test
    void a_phrase_opens_the_data_when_the_passphrase_is_lost_and_nothing_is_missing() throws Exception {
        Path data = temporary.resolve("data");
        String phrase;
        try (TestEngine test = TestEngine.open(data, FIRST, TestEngine.NOW)) {
            test.say("Remind me to renew the passport by 12 December", ExecutionMode.DIRECT);
            Keys keys = test.engine().keys();
            use(keys, FIRST);
            assertEquals(Storage.PASSPHRASE, keys.state().storage());
            assertEquals(Phrase.NONE, keys.state().phrase());
            use(keys, SECOND);
            try (SecretText made = keys.newPhrase()) {
                phrase = new String(made.copy());
                assertEquals(Phrase.UNCHECKED, keys.state().phrase());
                keys.checkPhrase(made);
            }
            assertEquals(Phrase.CHECKED, keys.state().phrase());
            assertTrue(test.engine().diagnostics().run().stream()
                    .anyMatch(check -> check.text().startsWith("Made and checked")));
        }
        assertEquals("vault.wrong-passphrase", code(() -> TestEngine.open(data, FIRST, TestEngine.NOW)));
        assertEquals("vault.wrong-phrase", code(() -> TestEngine.recover(data, "zoo ".repeat(11) + "wrong")));
        assertEquals("vault.phrase-mistyped", code(() -> TestEngine.recover(data, phrase + " zoo")));

        List<String> before = titles(data, SECOND);
        assertEquals(1, before.size());
        try (TestEngine test = TestEngine.recover(data, phrase)) {
            use(test.engine().keys(), THIRD);
            assertEquals(
                    List.of(
                            "The data is protected by a new passphrase",
                            "The data is protected by a new passphrase",
                            "Made a recovery phrase",
                            "Checked the recovery phrase",
                            "Opened the data with the recovery phrase",
                            "The data is protected by a new passphrase"),
                    keyChanges(test.engine()));
        }
        assertEquals("vault.wrong-passphrase", code(() -> TestEngine.open(data, SECOND, TestEngine.NOW)));
        assertEquals(before, titles(data, THIRD));
        nothingIsWritten(
                List.of(FIRST, SECOND, THIRD, phrase.substring(0, 12), phrase.substring(phrase.length() - 12)));
    }

    private static List<String> keyChanges(Engine engine) {
        return engine.activity().list(ActivityQuery.NEWEST).stream()
                .filter(entry -> entry.type().equals("keys.changed"))
                .map(ActivityEntry::text)
                .toList()
                .reversed();
    }

    private void nothingIsWritten(List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    assertFalse(content.contains(secret), "a secret is in " + each.getFileName());
                }
            }
        }
    }

    private static List<String> titles(Path data, String passphrase) {
        try (TestEngine test = TestEngine.open(data, passphrase, TestEngine.NOW)) {
            return test.engine().todos().list(TodoQuery.ALL).stream()
                    .map(item -> item.todo().title())
                    .toList();
        }
    }

    private static void use(Keys keys, String passphrase) {
        try (SecretText secret = new SecretText(passphrase.toCharArray())) {
            keys.usePassphrase(secret);
        }
    }

    private static String code(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(FailureException.class, executable).failure().code();
    }
}
