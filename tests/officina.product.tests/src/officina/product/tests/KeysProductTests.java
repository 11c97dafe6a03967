// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import officina.product.tests.Product.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passphrase is changed and lost, and the recovery phrase opens the data: from a shell. */
class KeysProductTests {

    private static final String NEW = "battery staple marker";
    private static final String NEWEST = "sesame street marker";

    @TempDir
    private Path folder;

    private Product product;

    @BeforeEach
    void install() throws IOException {
        product = Product.withQuickKey(folder);
    }

    @Test
    void a_lost_passphrase_is_replaced_with_the_recovery_phrase_and_nothing_is_missing() throws Exception {
        assertEquals(0, product.run("todo", "add", "Renew the passport").code());
        String phrase =
                member(product.run("keys", "phrase", "new", "--json"), "phrase").strip();
        Path paper = Files.writeString(folder.resolve("paper"), phrase.toUpperCase(Locale.ROOT) + "\n");
        assertEquals(
                "checked",
                member(product.run("keys", "phrase", "check", "--json", "--phrase-file", paper.toString()), "phrase"));

        Path next = Files.writeString(folder.resolve("next"), NEW + "\n");
        Outcome changed = product.run("keys", "passphrase", "--new-passphrase-file", next.toString());
        assertEquals(0, changed.code(), changed.err());
        Outcome old = product.runWithDescriptor(7, true, "todo", "list");
        assertEquals(5, old.code(), "the old passphrase opens the data");
        assertTrue(old.err().startsWith("officina: The passphrase in descriptor 7 is wrong."), old.err());

        Files.writeString(next, NEWEST + "\n");
        Outcome recovered = product.run(
                "keys", "recover", "--phrase-file", paper.toString(), "--new-passphrase-file", next.toString());
        assertEquals(0, recovered.code(), recovered.err());
        Files.writeString(product.passphrase(), NEWEST + "\n");
        Outcome list = product.runWithDescriptor(7, true, "todo", "list", "--json");
        assertEquals(0, list.code(), list.err());
        assertEquals("Renew the passport", member(list, "title"));

        for (Outcome each : List.of(changed, recovered, list)) {
            assertFalse((each.out() + each.err()).contains("marker"), each.toString());
        }
        List<String> words = List.of(phrase.split(" "));
        nothingIsWritten(List.of(NEW, NEWEST, words.get(0) + " " + words.get(1), words.get(10) + " " + words.get(11)));
    }

    @Test
    void a_phrase_of_other_words_changes_nothing() throws Exception {
        assertEquals(0, product.run("todo", "add", "Renew the passport").code());
        assertEquals(0, product.run("keys", "phrase", "new").code());
        Path paper = Files.writeString(folder.resolve("paper"), "zoo ".repeat(11) + "wrong");
        Outcome refused = product.run(
                "keys", "recover", "--phrase-file", paper.toString(), "--new-passphrase-file", paper.toString());

        assertEquals(5, refused.code());
        assertTrue(refused.err().startsWith("officina: The recovery phrase does not open this data."), refused.err());
        assertEquals(0, product.run("todo", "list").code());
    }

    @Test
    void a_keyring_that_is_not_there_is_refused_and_all_data_can_be_erased() throws Exception {
        // the product is started without a session bus
        Outcome refused = product.run("keys", "keyring");

        assertEquals(5, refused.code(), refused.err());
        assertTrue(refused.err().startsWith("officina: The key cannot be kept in a keyring"), refused.err());
        // under that number Java has a file of its own, whose first line would be taken for one
        Outcome closed = product.runWithDescriptor(4, false, "keys", "show");
        assertEquals(5, closed.code(), closed.err());
        assertTrue(closed.err().startsWith("officina: No passphrase could be read from descriptor 4."), closed.err());
        assertEquals("passphrase", member(product.run("keys", "show", "--json"), "storage"));

        assertEquals(0, product.run("data", "erase", "--yes").code());
        assertFalse(Files.exists(product.data()), "something is left of the data");
    }

    private static String member(Outcome outcome, String name) {
        assertEquals(0, outcome.code(), outcome.err());
        return outcome.json().getFirst().get(name).asText();
    }

    private void nothingIsWritten(List<String> secrets) throws IOException {
        product.look((file, text) -> {
            for (String secret : secrets) {
                assertFalse(text.contains(secret), "a secret is in " + file);
            }
        });
    }
}
