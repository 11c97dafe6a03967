// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.phrase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import officina.base.SecretText;
import officina.vault.RecoveryWords;
import officina.vault.RecoveryWords.Unknown;
import officina.vault.internal.phrase.RecoveryPhrase.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryPhraseTests {

    private static final String WORDS =
            "letter advice cage absurd amount doctor acoustic avoid letter advice cage above";

    @ParameterizedTest
    @ValueSource(
            strings = {
                WORDS,
                "  Letter ADVICE cage\tabsurd\namount doctor\r\nacoustic avoid letter advice cage above\n",
                "1. letter 2. advice 3. cage 4. absurd 5. amount 6. doctor 7. acoustic 8. avoid 9. letter 10. advice"
                        + " 11. cage 12. above",
                "letter, advice, cage, absurd, amount, doctor, acoustic, avoid, letter, advice, cage, above.",
                "\uff4cetter advice cage \u00e1bsurd amount doctor acoustic avoid letter advice cage\u00a0above"
            })
    void takes_words_however_they_are_typed(String typed) {
        try (RecoveryPhrase phrase = whole(typed);
                SecretText words = phrase.words()) {
            assertEquals(WORDS, new String(words.copy()));
        }
    }

    @Test
    void tells_what_is_wrong_with_words() {
        assertEquals(new Reading.UnknownWord(4), read(WORDS.replace("absurd", "abusrd")));
        assertEquals(new Reading.WrongCount(11), read(WORDS.substring(0, WORDS.lastIndexOf(' '))));
        assertEquals(new Reading.WrongCount(13), read(WORDS + " zoo"));
        assertEquals(new Reading.WrongCount(0), read(" 1 2 3 "));
        assertEquals(new Reading.WrongCheck(), read(WORDS.replace("above", "zoo")));
        assertEquals(new Reading.WrongCheck(), read(WORDS.replace("letter advice", "advice letter")));
    }

    @Test
    void reads_only_the_beginning_of_endless_words() {
        assertEquals(new Reading.WrongCount(64), read("zoo ".repeat(100_000)));
    }

    @Test
    void helps_with_unknown_words_and_prints_none_of_them() {
        try (SecretText typed = secret("letter abvice cage absurd amount doctr xyzzyxyzzy")) {
            List<Unknown> unknown = RecoveryWords.unknown(typed);

            assertEquals(
                    Map.of(2, "advice", 6, "doctor"),
                    Map.of(
                            unknown.get(0).place(),
                            unknown.get(0).nearest().getFirst(),
                            unknown.get(1).place(),
                            unknown.get(1).nearest().getFirst()));
            assertEquals(new Unknown(7, List.of()), unknown.get(2));
            assertEquals("[word 2 is unknown, word 6 is unknown, word 7 is unknown]", unknown.toString());
        }
    }

    @Test
    void is_wiped_when_closed_and_never_printed() {
        byte[] entropy = new byte[16];
        entropy[3] = 7;
        RecoveryPhrase phrase = new RecoveryPhrase(entropy);
        SecretText words = phrase.words();
        assertEquals("***", phrase.toString());
        assertEquals("Whole[phrase=***]", new Reading.Whole(phrase).toString());

        phrase.close();
        assertArrayEquals(new byte[16], entropy);
        words.close();
        assertThrows(IllegalStateException.class, words::copy);
    }

    private static RecoveryPhrase whole(String typed) {
        return assertInstanceOf(Reading.Whole.class, read(typed)).phrase();
    }

    private static Reading read(String typed) {
        try (SecretText secret = secret(typed)) {
            return RecoveryPhrase.read(secret);
        }
    }

    private static SecretText secret(String text) {
        return new SecretText(text.toCharArray());
    }
}
