// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import officina.base.Threads;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.internal.transcript.TranscriptCanvas;
import officina.conversation.ui.model.Finder;
import officina.conversation.ui.model.Found;
import officina.conversation.ui.model.Transcript;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Finds words in the transcript. Searching runs off the UI thread. */
final class FindBar {

    private final PaneSite site;
    private final TranscriptCanvas canvas;
    private final Composite bar;
    private final GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
    private final Text words;
    private final Label count;
    private final ExecutorService searcher;
    private @Nullable Future<?> search;
    private List<Found> found = List.of();
    private int current = -1;
    /** The place to begin with; {@code -1} for the nearest. */
    private int first = -1;

    private boolean awaited;

    FindBar(Composite parent, PaneSite site, TranscriptCanvas canvas) {
        this.site = site;
        this.canvas = canvas;
        searcher = Threads.inOrder("conversation-find");
        site.owned().own(searcher::shutdownNow);
        bar = new Composite(parent, SWT.NONE);
        bar.setLayoutData(place);
        site.kit().theme().paint(bar, Shade.RAISED, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(5)
                .margins(Space.M, Space.XS)
                .spacing(Space.XS, 0)
                .applyTo(bar);
        Field field = new Field(bar, site.kit(), SWT.SINGLE, Shade.RAISED)
                .icon(Icon.SEARCH)
                .named(Words.FIND.text())
                .hint(Words.FIND.text());
        words = field.text();
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(field);
        count = new Label(bar, SWT.RIGHT);
        count.setFont(site.kit().theme().font(Type.SMALL));
        site.kit().theme().paint(count, Shade.RAISED, Shade.MUTED);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(90, SWT.DEFAULT)
                .applyTo(count);
        button(Icon.CHEVRON_UP, Words.FIND_PREVIOUS, () -> step(-1));
        button(Icon.CHEVRON_DOWN, Words.FIND_NEXT, () -> step(1));
        button(Icon.CLOSE, Words.FIND_CLOSE, this::close);
        words.addListener(SWT.Modify, site.guarded(_ -> look(isOpen())));
        words.addListener(SWT.KeyDown, site.guarded(this::key));
        words.addListener(SWT.DefaultSelection, site.guarded(_ -> step(1)));
        show(false);
    }

    /**
     * What is looked for.
     *
     * @param current which of the places, from 0
     * @param focused whether the keyboard is in the bar
     */
    record Search(String words, int current, boolean focused) {}

    /** What is looked for now; {@code null} while the bar is closed. */
    @Nullable
    Search search() {
        return isOpen() ? new Search(words.getText(), current, words.isFocusControl()) : null;
    }

    /** Looks for that once more, without moving what is shown. */
    void restore(@Nullable Search before) {
        if (before != null) {
            words.setText(before.words());
            first = before.current();
            show(true);
            awaited = before.focused();
        }
    }

    /** Takes the keyboard where it had it before the engine changed; {@code false} else, and the next time. */
    boolean focusAgain() {
        boolean taken = awaited && isOpen() && words.setFocus();
        awaited = false;
        return taken;
    }

    /** Shows the bar with the keyboard in it. */
    void open() {
        show(true);
        words.setFocus();
        words.selectAll();
        look(true);
    }

    boolean isOpen() {
        return bar.getVisible();
    }

    /** Looks again, because the transcript has changed. */
    void refresh() {
        if (isOpen()) {
            look(false);
        }
    }

    void close() {
        show(false);
        found = List.of();
        current = -1;
        canvas.showFound(found, -1, false);
        canvas.setFocus();
    }

    private void button(Icon icon, Words what, Runnable work) {
        new FlatButton(bar, site.kit(), FlatButton.Look.QUIET, Shade.RAISED)
                .icon(icon)
                .named(what.text())
                .onPress(() -> site.guard(work));
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ESC -> close();
            case SWT.ARROW_DOWN -> step(1);
            case SWT.ARROW_UP -> step(-1);
            default -> {}
        }
    }

    /** @param reveal whether the current place comes into view; not where the person has only stayed */
    private void look(boolean reveal) {
        if (search != null) {
            search.cancel(true);
        }
        String wanted = words.getText();
        Transcript transcript = canvas.transcript();
        search = searcher.submit(site.watched(() -> {
            List<Found> places = Finder.find(transcript, wanted);
            site.post(() -> show(places, wanted, transcript, reveal));
        }));
    }

    private void show(List<Found> places, String wanted, Transcript where, boolean reveal) {
        if (!isOpen() || !wanted.equals(words.getText()) || where != canvas.transcript()) {
            return;
        }
        Found before = current >= 0 && current < found.size() ? found.get(current) : null;
        found = places;
        int same = before == null ? -1 : places.indexOf(before);
        if (same >= 0) {
            current = same;
        } else if (places.isEmpty()) {
            current = -1;
        } else {
            current = first >= 0 && first < places.size() ? first : nearest(places);
            first = -1;
        }
        tell(reveal);
    }

    /** The first place from the top of the view on: the person's eyes are there. */
    private int nearest(List<Found> places) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).row() >= canvas.firstRow()) {
                return i;
            }
        }
        return 0;
    }

    private void step(int by) {
        if (!found.isEmpty()) {
            current = Math.floorMod(current + by, found.size());
            tell(true);
        }
    }

    private void tell(boolean reveal) {
        if (words.getText().isBlank()) {
            count.setText("");
        } else if (found.isEmpty()) {
            count.setText(Words.FOUND_NOTHING.text());
        } else {
            String all = found.size() == Finder.MOST ? Words.FOUND_MANY.text(Finder.MOST) : "" + found.size();
            count.setText(Words.FOUND.text(current + 1, all));
        }
        canvas.showFound(found, current, reveal);
    }

    private void show(boolean visible) {
        bar.setVisible(visible);
        place.exclude = !visible;
        bar.requestLayout();
    }
}
