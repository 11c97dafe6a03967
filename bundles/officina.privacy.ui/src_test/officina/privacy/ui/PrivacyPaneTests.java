// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonNull;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;
import officina.core.settings.SettingsCatalog;
import officina.engine.Corrections.CorrectionItem;
import officina.engine.Keys.Phrase;
import officina.engine.Keys.Storage;
import officina.testkit.ui.FakeSettings;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The page in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class PrivacyPaneTests {

    private static final Path FILE = Path.of("all.zip");

    private final FakeKeys keys = new FakeKeys();
    private final FakeData data = new FakeData();
    private final FakeCorrections corrections = new FakeCorrections();
    private final FakeSettings settings = new FakeSettings();
    private Stage stage;
    private PrivacyPane.@Nullable Purpose asked;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 760, 640);
        PaneHost host = new PaneHost(
                stage.kit(),
                "Data",
                (site, engine) -> new PrivacyPane(site, engine, (_, purpose) -> {
                    asked = purpose;
                    return Optional.of(FILE);
                }));
        host.create(stage.parent());
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of(keys, data, corrections, settings)));
        host.focus();
        stage.await("the first action has the keyboard", () -> stage.has(FlatButton.class, FlatButton::isFocusControl));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void how_long_conversations_are_kept_is_confirmed_and_taken_back() {
        says("All conversations are kept.");
        go("Change");
        stage.press(SWT.CR);
        stage.await("two fields", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("many");
        says("A whole number from 0 to 1,000,000.");
        stage.press(SWT.CR);
        assertEquals(Map.of(), settings.kept());
        for (int i = 0; i < "many".length(); i++) {
            stage.press(SWT.BS);
        }
        stage.type("200");
        stage.press(SWT.TAB);
        stage.type("30");
        assertEquals(Map.of(), settings.kept(), "nothing is kept before it is confirmed");
        stage.press(SWT.CR);

        says("The newest 200 conversations of each project are kept, each for at most 30 days after something last"
                + " happened in it.");
        assertEquals(
                Map.of(SettingsCatalog.KEEP_SESSIONS, JsonValue.of(200), SettingsCatalog.KEEP_DAYS, JsonValue.of(30)),
                settings.kept());
        go("Keep All");
        stage.press(SWT.CR);
        says("All conversations are kept.");
        assertEquals(Map.of(), settings.kept());
    }

    @Test
    void what_is_set_elsewhere_about_keeping_is_shown_and_never_written_back() {
        set(SettingsCatalog.KEEP_DAYS, JsonValue.of(7));
        says("Conversations are kept for 7 days after something last happened in them.");
        go("Change");
        stage.press(SWT.CR);
        stage.await("two fields", () -> stage.has(Text.class, Text::isFocusControl));
        assertTrue(stage.has(Text.class, it -> it.getText().equals("7")), "the form shows what holds");
        stage.type("200");

        set(SettingsCatalog.KEEP_DAYS, JsonNull.NULL);
        stage.press(SWT.CR);
        says("The newest 200 conversations of each project are kept.");
        assertEquals(Map.of(SettingsCatalog.KEEP_SESSIONS, JsonValue.of(200)), settings.kept());

        set(SettingsCatalog.KEEP_SESSIONS, JsonNull.NULL);
        says("All conversations are kept.");
    }

    /** As somebody else does, in a terminal. */
    private void set(String key, JsonValue value) {
        settings.set(key, SettingScope.GLOBAL, null, value);
    }

    @Test
    void a_passphrase_is_chosen_and_nothing_of_it_stays_in_the_window() {
        go("Use a Passphrase Instead");
        stage.press(SWT.CR);
        stage.await("two fields", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("correct horse");
        stage.press(SWT.TAB);
        stage.type("correct hors");
        says("The two are not the same yet.");
        stage.type("e");
        stage.press(SWT.CR);

        says("The new passphrase opens your data from now on.");
        assertEquals("correct horse", keys.passphrase);
        assertEquals(Storage.PASSPHRASE, keys.storage);
        assertFalse(stage.has(Text.class, _ -> true));
        stage.await(
                "the other way",
                () -> stage.has(FlatButton.class, it -> it.text().startsWith("Use the Keyring")));
    }

    @Test
    void a_phrase_is_shown_once_and_its_words_are_asked_for() {
        go("Make a Recovery Phrase");
        stage.press(SWT.CR);
        stage.await("the words", () -> stage.has(PhraseSheet.class, _ -> true));
        assertEquals(Phrase.UNCHECKED, keys.phrase);
        go("I Have Written Them Down");
        stage.press(SWT.CR);
        stage.await("questions", () -> stage.has(Text.class, Text::isFocusControl));
        assertFalse(stage.has(PhraseSheet.class, _ -> true));
        stage.type("nonsense");
        stage.press(SWT.CR);
        says("That is not the word. Look at the number before it on your paper.");
        assertEquals(Phrase.UNCHECKED, keys.phrase);

        answer();
        says("That is right: the phrase opens your data.");
        assertEquals(Phrase.CHECKED, keys.phrase);
        assertFalse(stage.has(Text.class, _ -> true));
    }

    @Test
    void who_leaves_the_words_is_told_that_nobody_checked_them() {
        go("Make a Recovery Phrase");
        stage.press(SWT.CR);
        stage.await("the words", () -> stage.has(PhraseSheet.class, _ -> true));
        stage.press(SWT.ESC);
        says("The phrase is valid, but nobody checked what was written down. You can check it at any time.");
        assertFalse(stage.has(PhraseSheet.class, _ -> true));
        stage.await(
                "the way to check",
                () -> stage.has(FlatButton.class, it -> it.text().startsWith("Check What")));
    }

    @Test
    void what_was_learned_is_seen_and_forgotten_by_keyboard_alone() {
        corrections.items.add(new CorrectionItem(
                new RecordId(new UUID(1, 1)), "when was the boiler serviced?", new PluginId("agent.knowledge")));
        stage.engine().become(new EngineState.Ready(PartialEngine.of(keys, data, corrections, settings)));
        go("See What Is Remembered");
        stage.press(SWT.CR);
        says("\u201cwhen was the boiler serviced?\u201d goes to the Knowledge agent");
        go("Forget All");
        stage.press(SWT.CR);

        says("It is forgotten.");
        assertEquals(List.of(), corrections.items);
    }

    @Test
    void a_refusal_stands_where_it_was_asked_for() {
        keys.keyring = false;
        go("Use a Passphrase Instead");
        stage.press(SWT.CR);
        stage.type("x");
        stage.press(SWT.TAB);
        stage.type("x");
        stage.press(SWT.CR);
        go("Use the Keyring Instead");
        stage.press(SWT.CR);
        says("The key cannot be kept in a keyring: none answers, or it is locked. Unlock or start a keyring such as"
                + " GNOME Keyring or KWallet and try again; nothing was changed.");
        assertEquals(Storage.PASSPHRASE, keys.storage);
    }

    @Test
    void an_export_is_encrypted_when_a_passphrase_is_typed_and_says_so() {
        go("Export All My Data");
        stage.press(SWT.CR);
        says("Without a passphrase, whoever can read the file can read all your data.");
        stage.type("correct horse");
        stage.press(SWT.TAB);
        stage.type("correct horse");
        stage.press(SWT.CR);
        says("Exporting … 1,000 of 4,000 events");
        data.through.countDown();

        says("Exported 4,000 events to all.zip, encrypted with the passphrase.");
        assertEquals(FILE, data.file);
        assertEquals("correct horse", data.passphrase);
        assertEquals(PrivacyPane.Purpose.SEALED_EXPORT, asked);
    }

    @Test
    void an_export_can_be_cancelled() {
        go("Export All My Data");
        stage.press(SWT.CR);
        go("Choose a File and Export");
        stage.press(SWT.CR);
        says("Exporting … 1,000 of 4,000 events");
        assertNull(data.passphrase);
        go("Cancel the Export");
        stage.press(SWT.CR);
        says("The export was cancelled. Nothing was left behind.");
        assertEquals(PrivacyPane.Purpose.EXPORT, asked);
    }

    @Test
    void nothing_is_erased_before_the_word_is_typed() {
        go("Erase All My Data");
        stage.press(SWT.CR);
        stage.await("a field", () -> stage.has(Text.class, Text::isFocusControl));
        stage.type("eras");
        stage.press(SWT.CR);
        assertFalse(stage.engine().erased());
        stage.type("e");
        stage.press(SWT.CR);
        assertTrue(stage.engine().erased());
    }

    /** Types the words that are asked for, each into its field. */
    private void answer() {
        String[] words = FakeKeys.PHRASE.split(" ");
        for (int i = 0; i < 3; i++) {
            int number = i;
            Text field = stage.find(Text.class, new java.util.function.Predicate<>() {
                private int at;

                @Override
                public boolean test(Text each) {
                    return at++ == number;
                }
            });
            int place = Integer.parseInt(field.getMessage().replace("Word ", ""));
            field.setFocus();
            field.setText(words[place - 1]);
        }
        stage.press(SWT.CR);
    }

    /** Tab until the button has the keyboard. */
    private void go(String button) {
        stage.await(button, () -> stage.has(FlatButton.class, it -> it.text().equals(button)));
        for (int i = 0; i < 20; i++) {
            if (stage.has(FlatButton.class, it -> it.text().equals(button) && it.isFocusControl())) {
                return;
            }
            stage.press(SWT.TAB);
        }
        throw new AssertionError("Tab does not reach " + button);
    }

    private void says(String text) {
        stage.await(
                text,
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals(text)));
    }
}
