// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.engine.SettingsService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * Settings of a page that hold for all projects, one below the other. What the person changes holds at once; each is shown
 * as it is kept, whoever changes it, and all can be taken back to what they were at first. UI thread only.
 */
public final class SettingsForm {

    /** How far a description stands in, to be below the word of a native box. */
    private static final int INDENT = 24;

    private final PaneSite site;
    private final UiKit kit;
    private final Runnable resized;
    private final Composite body;
    private final Map<String, Consumer<JsonValue>> shown = new LinkedHashMap<>();
    private final List<Control> inputs = new ArrayList<>();
    private final Label notice;
    private final FlatButton restore;
    /** What was changed while something was being kept. */
    private final Map<String, JsonValue> wanted = new LinkedHashMap<>();

    private boolean keeping;
    private boolean headed;
    private boolean focusWhenShown;

    /** @param resized called when the form needs another height */
    SettingsForm(Composite parent, PaneSite site, Runnable resized) {
        this.site = site;
        kit = site.kit();
        this.resized = resized;
        Composite whole = composite(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(whole);
        GridLayoutFactory.fillDefaults().spacing(0, Space.L).applyTo(whole);
        body = composite(whole);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(body);
        GridLayoutFactory.fillDefaults().spacing(0, Space.XS).applyTo(body);
        Composite end = composite(whole);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(end);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(end);
        notice = label(end, Type.BODY, Shade.DANGER, "", 0);
        ((GridData) notice.getLayoutData()).exclude = true;
        restore = new FlatButton(end, kit, FlatButton.Look.PLAIN, Shade.SURFACE)
                .text(Words.SETTINGS_RESTORE.text())
                .onPress(() -> site.guard(this::restore));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(restore);
        restore.setEnabled(false);
    }

    /** What the settings below it have in common. */
    public SettingsForm heading(String text) {
        int above = body.getChildren().length == 0 ? 0 : Space.L;
        Label label = label(body, Type.HEADING, Shade.TEXT, text, 0);
        ((GridData) label.getLayoutData()).verticalIndent = above;
        headed = true;
        return this;
    }

    /** Keeps a setting apart from the one above it. */
    private int above() {
        int room = headed ? 0 : Space.S;
        headed = false;
        return room;
    }

    /** A setting that is on or off. */
    public SettingsForm flag(String key, String title, String why) {
        Button box = button(body, SWT.CHECK, title);
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.CENTER)
                .indent(0, above())
                .applyTo(box);
        box.addListener(SWT.Selection, site.guarded(_ -> keep(key, new JsonBoolean(box.getSelection()))));
        label(body, Type.BODY, Shade.MUTED, why, INDENT);
        shown.put(key, value -> box.setSelection(value.equals(new JsonBoolean(true))));
        return this;
    }

    /**
     * A setting that is one of several.
     *
     * @param choices what each value is called, in the order in which they stand
     */
    public SettingsForm choice(String key, String title, String why, Map<String, String> choices) {
        Label question = label(body, Type.BODY, Shade.TEXT, title, 0);
        ((GridData) question.getLayoutData()).verticalIndent = above();
        Composite row = composite(body);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(row);
        GridLayoutFactory.fillDefaults()
                .numColumns(choices.size())
                .spacing(Space.L, 0)
                .applyTo(row);
        Names.set(row, title);
        Map<String, Button> buttons = new LinkedHashMap<>();
        choices.forEach((value, word) -> {
            Button button = button(row, SWT.RADIO, word);
            Names.set(button, title + ": " + word);
            button.addListener(SWT.Selection, site.guarded(_ -> {
                if (button.getSelection()) {
                    keep(key, new JsonText(value));
                }
            }));
            buttons.put(value, button);
        });
        label(body, Type.BODY, Shade.MUTED, why, 0);
        shown.put(
                key, value -> buttons.forEach((name, button) -> button.setSelection(value.equals(new JsonText(name)))));
        return this;
    }

    /** After the last setting: shows what holds now, and from now on. */
    public SettingsForm follow(Engine engine) {
        Coalesced<Boolean> changes = site.coalesced(_ -> load());
        site.owned()
                .own(Following.of(() -> engine.settings().onChange(key -> {
                    if (shown.containsKey(key)) {
                        changes.set(true);
                    }
                })));
        inputs.forEach(each -> each.setEnabled(false));
        load();
        return this;
    }

    /** Gives the keyboard to the first setting, as soon as it is known. */
    public void focus() {
        Control first = inputs.getFirst();
        focusWhenShown = !first.isEnabled();
        first.setFocus();
    }

    private void load() {
        List<String> keys = List.copyOf(shown.keySet());
        site.call(
                engine -> {
                    Map<String, JsonValue> values = new LinkedHashMap<>();
                    keys.forEach(key ->
                            values.put(key, engine.settings().get(key, null).value()));
                    return values;
                },
                this::show);
    }

    private void show(Map<String, JsonValue> values) {
        if (keeping) {
            // what the person has chosen since is shown already
            return;
        }
        inputs.forEach(each -> each.setEnabled(true));
        values.forEach((key, value) -> Objects.requireNonNull(shown.get(key)).accept(value));
        restore.setEnabled(values.entrySet().stream()
                .anyMatch(each -> !each.getValue()
                        .equals(SettingsCatalog.require(each.getKey()).standard())));
        if (focusWhenShown) {
            focus();
        }
    }

    private void keep(String key, JsonValue value) {
        wanted.put(key, value);
        keepNext();
    }

    private void restore() {
        shown.keySet().forEach(key -> wanted.put(key, JsonNull.NULL));
        keepNext();
    }

    /** One change after the other, so that what was chosen last is what holds. */
    private void keepNext() {
        if (keeping || wanted.isEmpty()) {
            return;
        }
        keeping = true;
        Map<String, JsonValue> values = new LinkedHashMap<>(wanted);
        wanted.clear();
        site.call(
                engine -> {
                    values.forEach((key, value) -> keep(engine.settings(), key, value));
                    return true;
                },
                _ -> kept(""),
                failure -> kept(failure.told()));
    }

    private static void keep(SettingsService settings, String key, JsonValue value) {
        if (!value.equals(JsonNull.NULL) || settings.get(key, null).scope() != null) {
            settings.set(key, SettingScope.GLOBAL, null, value);
        }
    }

    /** @param trouble why something was not kept; what holds is shown again */
    private void kept(String trouble) {
        keeping = false;
        say(trouble);
        keepNext();
        load();
    }

    private void say(String text) {
        notice.setText(text.replace("&", "&&"));
        ((GridData) notice.getLayoutData()).exclude = text.isEmpty();
        notice.setVisible(!text.isEmpty());
        resized.run();
    }

    private Button button(Composite parent, int style, String word) {
        Button button = new Button(parent, style);
        button.setText(word.replace("&", "&&"));
        button.setFont(kit.theme().font(Type.BODY));
        kit.theme().paint(button, Shade.SURFACE, Shade.TEXT);
        inputs.add(button);
        return button;
    }

    private Label label(Composite parent, Type type, Shade shade, String text, int indent) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.SURFACE, shade);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .indent(indent, 0)
                .hint(100, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    private Composite composite(Composite parent) {
        Composite made = new Composite(parent, SWT.NONE);
        kit.theme().paint(made, Shade.SURFACE, Shade.TEXT);
        return made;
    }
}
