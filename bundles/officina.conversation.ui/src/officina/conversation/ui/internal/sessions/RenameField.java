// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import java.util.function.Consumer;
import officina.api.record.SessionInfo;
import officina.conversation.ui.internal.Words;
import officina.ui.base.Names;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** A field over a row of the list to change a title in: Enter takes it, Escape or leaving drops it. */
final class RenameField {

    private final Text field;
    private boolean done;

    RenameField(Composite over, Rectangle place, String title, Consumer<String> take) {
        field = new Text(over, SWT.BORDER | SWT.SINGLE);
        field.setTextLimit(SessionInfo.MAX_TITLE);
        field.setText(title);
        field.selectAll();
        Names.set(field, Words.RENAME.text());
        int height = field.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        field.setBounds(place.x + 12, place.y + (place.height - height) / 2, place.width - 24, height);
        field.addListener(SWT.DefaultSelection, _ -> {
            String typed = field.getText().strip();
            end();
            if (!typed.isEmpty() && !typed.equals(title)) {
                take.accept(typed);
            }
        });
        field.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                end();
            }
        });
        field.addListener(SWT.FocusOut, _ -> end());
        field.setFocus();
    }

    private void end() {
        if (!done) {
            done = true;
            Composite parent = field.getParent();
            field.dispose();
            parent.setFocus();
        }
    }
}
