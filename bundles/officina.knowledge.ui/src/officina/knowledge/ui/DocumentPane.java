// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import officina.api.document.Place;
import officina.knowledge.ui.model.FolderText;
import officina.knowledge.ui.model.OpenedText;
import officina.knowledge.ui.model.Words;
import officina.ui.base.Clip;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.NoticeLine;
import officina.ui.base.OpenedDocument;
import officina.ui.base.OpenedDocument.Opened;
import officina.ui.base.Owned;
import officina.ui.base.Pane;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Theme;
import officina.ui.base.Type;
import officina.ui.base.Views;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The content of the view: the text of a file, to be read, with the lines that were found marked. */
final class DocumentPane implements Pane {

    /** Kinds whose bytes are no text. */
    private static final Set<String> FOREIGN = Set.of("pdf", "docx");

    /** So many lines before what was found are shown, too. */
    private static final int BEFORE = 3;

    private final PaneSite site;
    private final OpenedDocument opened;
    private final Predicate<Path> launch;
    private final Label title;
    private final Label path;
    private final StyledText text;
    private final NoticeLine notices;

    /** @param launch opens a file with the system's program for it; false where there is none */
    DocumentPane(PaneSite site, OpenedDocument opened, Predicate<Path> launch) {
        this.site = site;
        this.opened = opened;
        this.launch = launch;
        Composite parent = site.parent();
        GridLayoutFactory.fillDefaults()
                .margins(Space.M, Space.S)
                .spacing(0, Space.S)
                .applyTo(parent);
        Composite head = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(head, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(Space.S, 0).applyTo(head);
        title = label(head, Type.HEADING, Shade.TEXT);
        FlatButton open = new FlatButton(head, site.kit(), FlatButton.Look.PLAIN, Shade.SURFACE)
                .icon(Icon.EXTERNAL)
                .text(Words.DOCUMENT_LAUNCH.text())
                .onPress(() -> site.guard(this::launch));
        GridDataFactory.fillDefaults().span(1, 2).align(SWT.END, SWT.CENTER).applyTo(open);
        path = label(head, Type.SMALL, Shade.MUTED);
        text = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        notices = new NoticeLine(parent, site);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(notices.control());
        colour();
        Owned.by(text).own(site.kit().theme().onChange(this::colour));
        Names.set(text, () -> Words.DOCUMENT_TEXT.text(String.valueOf(title.getToolTipText())));
        path.addListener(SWT.Resize, site.guarded(_ -> name()));
        text.addListener(
                SWT.Traverse,
                key -> key.doit |= key.detail == SWT.TRAVERSE_TAB_NEXT || key.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        site.owned().own(opened.onChange(() -> site.guard(this::show)));
        show();
    }

    @Override
    public void focus() {
        text.setFocus();
    }

    private Label label(Composite parent, Type type, Shade shade) {
        Label label = new Label(parent, SWT.NONE);
        label.setFont(site.kit().theme().font(type));
        site.kit().theme().paint(label, Shade.SURFACE, shade);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void show() {
        Opened now = opened.now();
        if (now == null) {
            PaneAction search = new PaneAction(
                    Words.DOCUMENT_EMPTY_DO.text(), () -> site.kit().views().show(Views.KNOWLEDGE));
            site.showEmpty(Icon.FILE, Words.DOCUMENT_EMPTY_TITLE.text(), Words.DOCUMENT_EMPTY.text(), search);
            return;
        }
        site.showContent();
        notices.clear();
        title.setToolTipText(now.file().toString());
        path.setToolTipText(now.file().toString());
        name();
        if (isForeign(now.file())) {
            fill(now.passage(), Type.BODY, true);
            notices.rest(place(now) + Words.DOCUMENT_FOREIGN.text());
            return;
        }
        site.call(
                _ -> OpenedText.read(now.file()),
                read -> {
                    if (now.equals(opened.now())) {
                        show(now, read);
                    }
                },
                failure -> {
                    if (now.equals(opened.now())) {
                        fill(now.passage(), Type.BODY, true);
                        notices.object(failure.told());
                    }
                });
    }

    /** Where there is no room for all of it, with an ellipsis. */
    private void name() {
        Opened now = opened.now();
        if (now != null) {
            fill(title, FolderText.name(now.file()));
            fill(path, now.file().toString());
        }
    }

    private static void fill(Label label, String text) {
        GC gc = new GC(label);
        try {
            gc.setFont(label.getFont());
            // a label reads & as the mark of a mnemonic
            label.setText(Clip.line(gc, text, label.getSize().x).replace("&", "&&"));
        } finally {
            gc.dispose();
        }
    }

    private static String place(Opened now) {
        return now.place()
                .map(it -> it + ". ")
                .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
                .orElse("");
    }

    private void show(Opened now, OpenedText read) {
        String name = FolderText.name(now.file()).toLowerCase(Locale.ROOT);
        boolean prose = name.endsWith(".md") || name.endsWith(".txt");
        fill(read.text(), prose ? Type.BODY : Type.CODE, prose);
        notices.rest(read.cut() ? Words.DOCUMENT_LONG.text((OpenedText.MOST >> 20) + " MB") : "");
        if (now.place().orElse(null) instanceof Place.Lines lines && lines.first() <= text.getLineCount()) {
            mark(lines);
            text.setCaretOffset(text.getOffsetAtLine(lines.first() - 1));
            text.setTopIndex(Math.max(0, lines.first() - 1 - BEFORE));
        }
    }

    private void mark(Place.Lines lines) {
        int first = lines.first() - 1;
        int last = Math.min(lines.last(), text.getLineCount());
        text.setLineBackground(first, last - first, site.kit().theme().color(Shade.MARK));
    }

    private void fill(String shown, Type type, boolean wrap) {
        text.setText(shown);
        text.setFont(site.kit().theme().font(type));
        text.setWordWrap(wrap);
    }

    private void colour() {
        Theme theme = site.kit().theme();
        text.setBackground(theme.color(Shade.SURFACE));
        text.setForeground(theme.color(Shade.TEXT));
        text.setSelectionBackground(theme.color(Shade.SELECTION));
        text.setSelectionForeground(theme.color(Shade.TEXT));
        Opened now = opened.now();
        if (now != null
                && !isForeign(now.file())
                && now.place().orElse(null) instanceof Place.Lines lines
                && lines.first() <= text.getLineCount()
                && text.getCharCount() > 0) {
            mark(lines);
        }
    }

    private static boolean isForeign(Path file) {
        String name = FolderText.name(file).toLowerCase(Locale.ROOT);
        return FOREIGN.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private void launch() {
        Opened now = opened.now();
        if (now != null && !launch.test(now.file())) {
            notices.object(Words.DOCUMENT_LAUNCH_FAILED.text(FolderText.name(now.file())));
        }
    }
}
