// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui;

import java.util.function.Consumer;
import officina.activity.ui.model.EntryText;
import officina.activity.ui.model.Words;
import officina.core.run.ActivityEntry;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Everything about the selected entry, to be read and copied, and the way to where it happened. */
final class EntryDetails {

    private final UiKit kit;
    private final EntryText words;
    private final ScrolledComposite scroll;
    private final Composite body;
    private final FlatButton show;
    private final Composite facts;
    private @Nullable ActivityEntry entry;

    EntryDetails(Composite parent, PaneSite site, EntryText words, Consumer<ActivityEntry> showing) {
        kit = site.kit();
        this.words = words;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        kit.theme().paint(scroll, Shade.SURFACE, Shade.TEXT);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        body = new Composite(scroll, SWT.NONE);
        kit.theme().paint(body, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .margins(Space.S, Space.S)
                .spacing(0, Space.S)
                .applyTo(body);
        scroll.setContent(body);
        facts = new Composite(body, SWT.NONE);
        kit.theme().paint(facts, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .spacing(Space.M, Space.XS)
                .applyTo(facts);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
        Composite actions = new Composite(body, SWT.NONE);
        kit.theme().paint(actions, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(actions);
        RowLayout wrapping = new RowLayout(SWT.HORIZONTAL);
        wrapping.marginLeft = 0;
        wrapping.marginTop = 0;
        wrapping.spacing = Space.S;
        actions.setLayout(wrapping);
        show = new FlatButton(actions, kit, FlatButton.Look.PLAIN, Shade.SURFACE)
                .icon(Icon.MESSAGE)
                .text(Words.SHOW.text())
                .onPress(() -> site.guard(() -> withEntry(showing)));
        show.setToolTipText(Words.SHOW_WHY.text());
        new FlatButton(actions, kit, FlatButton.Look.QUIET, Shade.SURFACE)
                .icon(Icon.COPY)
                .text(Words.COPY.text())
                .onPress(() -> site.guard(() -> withEntry(this::copy)));
        scroll.addListener(SWT.Resize, _ -> fit());
    }

    Control control() {
        return scroll;
    }

    /** Shows an entry. Whether there is a conversation to show is told by {@link #setConversation}. */
    void show(@Nullable ActivityEntry next) {
        if (next == null || next.equals(entry)) {
            entry = next;
            return;
        }
        entry = next;
        show.setEnabled(false);
        for (Control old : facts.getChildren()) {
            old.dispose();
        }
        Text title = text(next.text(), Type.STRONG);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(title);
        for (EntryText.Fact fact : words.facts(next)) {
            Label label = new Label(facts, SWT.NONE);
            label.setText(fact.label());
            label.setFont(kit.theme().font(Type.SMALL));
            kit.theme().paint(label, Shade.SURFACE, Shade.MUTED);
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
            Text value = text(fact.text(), Type.SMALL);
            Names.set(value, fact.label());
        }
        body.layout(true, true);
        fit();
        scroll.setOrigin(0, 0);
    }

    /** Whether the entry belongs to a conversation that can be shown. */
    void setConversation(ActivityEntry of, boolean there) {
        if (of.equals(entry)) {
            show.setEnabled(there);
        }
    }

    private Text text(String value, Type type) {
        Text text = new Text(facts, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP);
        text.setText(value);
        text.setFont(kit.theme().font(type));
        kit.theme().paint(text, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(text);
        // Tab leaves a text of several lines as it leaves any other field
        text.addListener(
                SWT.Traverse,
                key -> key.doit |= key.detail == SWT.TRAVERSE_TAB_NEXT || key.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        return text;
    }

    private void withEntry(Consumer<ActivityEntry> work) {
        ActivityEntry shown = entry;
        if (shown != null) {
            work.accept(shown);
        }
    }

    private void copy(ActivityEntry shown) {
        Clipboard clipboard = new Clipboard(scroll.getDisplay());
        try {
            clipboard.setContents(new Object[] {words.copy(shown)}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private void fit() {
        int width = scroll.getClientArea().width;
        // never wider than the view: everything in it wraps
        scroll.setMinSize(0, body.computeSize(width, SWT.DEFAULT).y);
    }
}
