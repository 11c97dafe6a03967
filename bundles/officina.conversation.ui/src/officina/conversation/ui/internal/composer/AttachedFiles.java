// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.composer;

import java.util.ArrayList;
import java.util.List;
import officina.api.content.ContentPart;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.Labels;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The files that go with the next message, each a button that takes it away. No place where there is none. */
final class AttachedFiles {

    private final UiKit kit;
    private final Composite row;
    private final Control after;
    private final Runnable changed;
    private List<ContentPart.File> files = List.of();

    /**
     * @param after has the keyboard when the last file was taken away
     * @param changed is called after each change
     */
    AttachedFiles(Composite parent, UiKit kit, Control after, Runnable changed) {
        this.kit = kit;
        this.after = after;
        this.changed = changed;
        row = new Composite(parent, SWT.NONE);
        kit.theme().paint(row, Shade.SURFACE, Shade.TEXT);
        RowLayout wrapped = new RowLayout();
        wrapped.marginLeft = 0;
        wrapped.marginTop = 0;
        wrapped.marginBottom = 0;
        wrapped.spacing = Space.XS;
        row.setLayout(wrapped);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(row);
        row.setVisible(false);
    }

    List<ContentPart.File> all() {
        return files;
    }

    /** Shows these; one that is there twice is shown once. */
    void set(List<ContentPart.File> next) {
        files = next.stream().distinct().toList();
        for (Control each : row.getChildren()) {
            each.dispose();
        }
        files.forEach(this::show);
        ((GridData) row.getLayoutData()).exclude = files.isEmpty();
        row.setVisible(!files.isEmpty());
        row.requestLayout();
        changed.run();
    }

    private void show(ContentPart.File file) {
        FlatButton button = new FlatButton(row, kit, FlatButton.Look.PLAIN, Shade.SURFACE)
                .icon(Icon.FILE)
                .text(file.name())
                .named(Words.DETACH.text(file.name(), Labels.size(file.size(), file.mediaType())))
                .onPress(() -> remove(file));
        button.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL || event.keyCode == SWT.BS) {
                remove(file);
            }
        });
    }

    private void remove(ContentPart.File file) {
        int at = files.indexOf(file);
        List<ContentPart.File> rest = new ArrayList<>(files);
        rest.remove(file);
        set(rest);
        Control[] left = row.getChildren();
        Control next = left.length == 0 ? after : left[Math.min(at, left.length - 1)];
        next.setFocus();
    }
}
