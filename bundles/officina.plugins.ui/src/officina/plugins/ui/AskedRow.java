// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.engine.PluginItem.Right;
import officina.plugins.ui.model.OfferText;
import officina.plugins.ui.model.PermissionText;
import officina.plugins.ui.model.Words;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/**
 * One permission that somebody asks for, with a box: what it cannot work without is ticked at first, and what would be for
 * any folder only once a folder is chosen. UI thread only.
 */
final class AskedRow {

    /** How far what is said stands in, to be below the word of a native box. */
    private static final int INDENT = 24;

    private final PluginId plugin;
    private final Right right;
    private final Section section;
    private final Button box;
    private @Nullable FlatButton choosing;
    private @Nullable Path folder;

    /** What is to be granted. */
    record Wanted(PluginId plugin, Permission permission) {}

    /**
     * @param refused what was refused of it before; empty where nothing was
     * @param chooseFolder asks the person; empty when they change their mind
     */
    AskedRow(
            Composite parent,
            Section section,
            PaneSite site,
            PluginId plugin,
            Right right,
            String refused,
            Supplier<Optional<Path>> chooseFolder) {
        this.plugin = plugin;
        this.right = right;
        this.section = section;
        box = new Button(parent, SWT.CHECK | SWT.WRAP);
        box.setText(PermissionText.of(right.permission()).replace("&", "&&"));
        box.setFont(site.kit().theme().font(Type.BODY));
        site.kit().theme().paint(box, Shade.SURFACE, Shade.TEXT);
        boolean held = RightSection.isAllowedAlways(right);
        boolean anyFolder = RightSection.isForAnyFolder(right.permission());
        box.setSelection(held || (!right.optional() && !anyFolder));
        box.setEnabled(!held && !anyFolder);
        Label said = section.label(parent, Type.BODY, Shade.MUTED, OfferText.meaning(right, held));
        ((GridData) said.getLayoutData()).horizontalIndent = INDENT;
        if (!refused.isEmpty()) {
            Label before = section.label(parent, Type.BODY, Shade.WARNING, refused);
            ((GridData) before.getLayoutData()).horizontalIndent = INDENT;
        }
        if (anyFolder && !held) {
            Label chosen = section.label(parent, Type.BODY, Shade.TEXT, Words.NO_FOLDER.text());
            ((GridData) chosen.getLayoutData()).horizontalIndent = INDENT;
            FlatButton button = new FlatButton(parent, site.kit(), FlatButton.Look.PLAIN, Shade.SURFACE)
                    .text(Words.CHOOSE_FOLDER.text())
                    .named(Words.CHOOSE_FOLDER_FOR.text(PermissionText.of(right.permission())))
                    .onPress(() -> site.guard(() -> chooseFolder.get().ifPresent(path -> choose(path, chosen))));
            GridDataFactory.fillDefaults()
                    .align(SWT.BEGINNING, SWT.CENTER)
                    .indent(INDENT, 0)
                    .applyTo(button);
            choosing = button;
        }
    }

    private void choose(Path path, Label chosen) {
        folder = path.toAbsolutePath();
        chosen.setText(folder.toString().replace("&", "&&"));
        box.setEnabled(true);
        box.setSelection(true);
        section.opened(box);
    }

    void focus() {
        FlatButton button = choosing;
        if (button == null) {
            box.setFocus();
        } else {
            button.setFocus();
        }
    }

    /** What the person allows of it now; nothing where it is held already. */
    Optional<Wanted> wanted() {
        if (!box.getSelection() || RightSection.isAllowedAlways(right)) {
            return Optional.empty();
        }
        Path place = folder;
        return Optional.of(new Wanted(
                plugin,
                place == null
                        ? right.permission()
                        : new Permission(right.permission().type(), place.toString())));
    }
}
