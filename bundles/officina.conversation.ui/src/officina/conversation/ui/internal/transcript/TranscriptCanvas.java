// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.id.RunId;
import officina.conversation.ui.model.Found;
import officina.conversation.ui.model.HeightIndex;
import officina.conversation.ui.model.Position;
import officina.conversation.ui.model.Row;
import officina.conversation.ui.model.Selection;
import officina.conversation.ui.model.Transcript;
import officina.conversation.ui.model.Viewport;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import org.jspecify.annotations.Nullable;

/**
 * Shows a transcript of any length: lays out and draws the rows that are to be seen, and no others. The platform's
 * commands for copying and selecting all find the methods {@link #copy} and {@link #selectAll} by their names. UI thread
 * only.
 */
public final class TranscriptCanvas extends Canvas {

    private static final Duration FRAME = Duration.ofMillis(60);
    private static final int GUESSED_HEIGHT = 48;
    private static final int MOVE_MILLIS = 900;

    private final UiKit kit;
    private final Ink ink;
    private final RowCache cache;
    private final HeightIndex heights = new HeightIndex();
    private final Viewport viewport = new Viewport(heights, this::layOut);
    private final JumpButton jump;
    private final Consumer<Target> open;

    private Transcript transcript = Transcript.EMPTY;
    private Selection selection = Selection.NONE;
    private List<Found> found = List.of();
    private int currentFound = -1;
    private @Nullable RowHit hot;
    private @Nullable RowHit focused;
    private boolean frameAsked;
    private double phase;

    /** A part of a row that can be clicked. */
    record RowHit(int row, Hit hit) {}

    /** A row as it is to be seen. */
    record Seen(int row, DrawnRow drawn, int x, int y) {}

    /** @param open called when the person clicks a link or takes an offer */
    public TranscriptCanvas(Composite parent, UiKit kit, Consumer<Target> open) {
        super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_REDRAW_RESIZE);
        this.kit = kit;
        this.open = open;
        ink = new Ink(getDisplay(), kit.theme(), kit.icons());
        cache = new RowCache(new RowArtist(ink));
        jump = new JumpButton(ink);
        kit.theme().paint(this, Shade.SURFACE, Shade.TEXT);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, _ -> resized());
        getVerticalBar().addListener(SWT.Selection, _ -> {
            viewport.scrollTo(getVerticalBar().getSelection());
            redraw();
        });
        addListener(SWT.FocusIn, _ -> redraw());
        addListener(SWT.FocusOut, _ -> redraw());
        new TranscriptPointer(this).listen();
        new TranscriptKeys(this).listen();
        new TranscriptVoice(this).listen();
        Owned.by(this).own(kit.theme().onChange(this::themeChanged));
        Owned.by(this).own(cache::clear);
    }

    /** Shows another state of the transcript; what is read stays in place, and at the end it follows. */
    public void show(Transcript next) {
        boolean follow = viewport.atEnd();
        boolean other = transcript.size() > 0 && next.size() > 0 && !sameSession(next);
        int above = other ? 0 : next.above(transcript);
        int same = other || above > 0
                ? 0
                : Math.max(Math.min(next.sameAs(transcript), Math.min(next.size(), transcript.size()) - 1), 0);
        transcript = next;
        heights.replaceTail(same, next.size(), _ -> GUESSED_HEIGHT);
        selection = other ? Selection.NONE : selection.below(above).limitedTo(above > 0 ? next.size() : same, next);
        hot = null;
        focused = stillThere(focused == null ? null : new RowHit(focused.row() + above, focused.hit()));
        found = List.of();
        currentFound = -1;
        if (follow || other) {
            viewport.toEnd();
        } else {
            viewport.to(viewport.first() + above, viewport.hidden());
        }
        moved();
    }

    /**
     * Where a person reads.
     *
     * @param end whether new rows are followed
     * @param run the run of the first row that is to be seen; {@code null} when there is none
     * @param row which one of that run
     * @param hidden how much of it is hidden above the upper edge
     */
    public record Place(boolean end, @Nullable RunId run, int row, int hidden) {}

    public Place place() {
        return place(viewport.atEnd(), viewport.first(), viewport.hidden());
    }

    /** The place at which that row is the first. */
    public Place place(int row, int hidden) {
        return place(false, row, hidden);
    }

    private Place place(boolean end, int row, int hidden) {
        if (row >= transcript.size()) {
            return new Place(end, null, 0, 0);
        }
        RunId run = transcript.runOf(row).head().run();
        return new Place(end, run, row - transcript.start(run), hidden);
    }

    /** Goes there; stays where its run is not shown. */
    public void go(Place place) {
        int start = place.run() == null ? -1 : transcript.start(place.run());
        if (place.end()) {
            viewport.toEnd();
        } else if (start >= 0) {
            viewport.to(start + place.row(), place.hidden());
        }
        moved();
    }

    /** The first row that is to be seen. */
    public int firstRow() {
        return viewport.first();
    }

    public Transcript transcript() {
        return transcript;
    }

    /**
     * Shows what was found.
     *
     * @param current {@code -1} for none
     * @param reveal brings the current one into view
     */
    public void showFound(List<Found> places, int current, boolean reveal) {
        found = places;
        currentFound = current;
        if (reveal && current >= 0) {
            Found place = places.get(current);
            Rectangle area = rowOf(place.row()).areaOf(place.start(), place.end());
            viewport.reveal(place.row(), area == null ? 0 : area.y - 60, area == null ? 0 : area.y + area.height + 60);
        }
        moved();
    }

    /** Goes to the newest row and follows what comes. */
    public void jumpToEnd() {
        viewport.toEnd();
        moved();
    }

    /** Copies the selected text. */
    public void copy() {
        toClipboard(selection.text(transcript));
    }

    /** Copies the selected rows as Markdown. */
    public void copyMarkdown() {
        toClipboard(selection.markdown(transcript));
    }

    public void selectAll() {
        select(Selection.all(transcript));
    }

    public boolean hasSelection() {
        return !selection.isEmpty();
    }

    void toClipboard(String text) {
        if (text.isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(getDisplay());
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    Selection selection() {
        return selection;
    }

    void select(Selection next) {
        selection = next;
        redraw();
    }

    Viewport viewport() {
        return viewport;
    }

    DrawnRow rowOf(int row) {
        return cache.get(transcript.row(row));
    }

    JumpButton jump() {
        return jump;
    }

    void take(Target target) {
        if (target instanceof Target.CopyCode(String text)) {
            toClipboard(text);
        } else {
            open.accept(target);
        }
    }

    @Nullable
    RowHit hot() {
        return hot;
    }

    void hover(@Nullable RowHit next) {
        if (!Objects.equals(hot, next)) {
            hot = next;
            redraw();
        }
    }

    @Nullable
    RowHit focused() {
        return focused;
    }

    /** Moves the keyboard's place without moving the view. */
    void focusOnQuietly(@Nullable RowHit next) {
        focused = next;
    }

    void focusOn(@Nullable RowHit next) {
        focused = next;
        if (next != null) {
            Rectangle area = next.hit().bounds();
            viewport.reveal(next.row(), area.y - Space.M, area.y + area.height + Space.M);
        }
        moved();
    }

    /** How many rows are laid out now. */
    int laidOut() {
        return cache.size();
    }

    /** The rows that are to be seen, from the top. */
    List<Seen> seen() {
        List<Seen> rows = new ArrayList<>();
        int x = columnX();
        int y = -viewport.hidden();
        for (int row = viewport.first(); row < transcript.size() && y < viewport.height(); row++) {
            DrawnRow drawn = rowOf(row);
            if (!heights.isMeasured(row)) {
                heights.measured(row, layOut(row));
            }
            rows.add(new Seen(row, drawn, x, y));
            y += heights.height(row);
        }
        return rows;
    }

    /** Right below what leads there, on the screen; {@code null} where nothing in sight does. */
    public @Nullable Point below(Target target) {
        for (Seen each : seen()) {
            for (Hit hit : each.drawn().hits()) {
                if (hit.target().equals(target)) {
                    Rectangle area = hit.bounds();
                    int y = Math.clamp(each.y() + area.y + (long) area.height, 0, viewport.height());
                    return toDisplay(each.x() + area.x, y);
                }
            }
        }
        return null;
    }

    /** The position nearest to a point. */
    Position positionAt(int x, int y) {
        List<Seen> rows = seen();
        if (rows.isEmpty()) {
            return new Position(0, 0);
        }
        Seen nearest = rows.getFirst();
        for (Seen each : rows) {
            if (each.y() <= y) {
                nearest = each;
            }
        }
        return new Position(nearest.row(), nearest.drawn().offsetAt(x - nearest.x(), y - nearest.y()));
    }

    /** Redraws after the view has moved or rows have changed. */
    void moved() {
        updateScrollBar();
        redraw();
    }

    private int layOut(int row) {
        // what was said last does not touch the lower edge
        return rowOf(row).height() + (row == transcript.size() - 1 ? Space.XL : 0);
    }

    private boolean sameSession(Transcript next) {
        return transcript.runOf(0).head().session().equals(next.runOf(0).head().session());
    }

    private @Nullable RowHit stillThere(@Nullable RowHit at) {
        if (at == null || at.row() >= transcript.size()) {
            return null;
        }
        return rowOf(at.row()).hits().stream()
                .filter(hit -> hit.target().equals(at.hit().target()))
                .findFirst()
                .map(hit -> new RowHit(at.row(), hit))
                .orElse(null);
    }

    private void resized() {
        Rectangle area = getClientArea();
        if (cache.resize(columnWidth(area.width))) {
            boolean end = viewport.atEnd();
            heights.forgetMeasures();
            if (end) {
                viewport.toEnd();
            } else {
                viewport.settle();
            }
        }
        viewport.resize(area.height);
        moved();
    }

    private void themeChanged() {
        cache.clear();
        redraw();
    }

    private static int columnWidth(int width) {
        return Math.max(Math.min(width - 2 * Space.L, Space.READING_WIDTH), 80);
    }

    private int columnX() {
        int width = getClientArea().width;
        return Math.max((width - columnWidth(width)) / 2, 0);
    }

    private void updateScrollBar() {
        ScrollBar bar = getVerticalBar();
        int total = (int) Math.min(heights.total(), Integer.MAX_VALUE);
        int page = Math.max(viewport.height(), 1);
        bar.setVisible(total > page);
        bar.setValues((int) Math.min(viewport.distance(), total), 0, Math.max(total, page), page, 40, page - 40);
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        ink.fill(gc, Shade.SURFACE, 0, 0, area.width, area.height, 0);
        boolean moving = false;
        Set<Row> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Seen each : seen()) {
            each.drawn().draw(gc, each.x(), each.y(), overlay(each.row()));
            moving |= each.drawn().moves();
            shown.add(transcript.row(each.row()));
        }
        cache.keep(shown);
        jump.draw(gc, area, !viewport.atEnd());
        if (moving) {
            askFrame();
        }
    }

    private Overlay overlay(int row) {
        List<Overlay.Range> ranges = new ArrayList<>();
        for (int i = firstFoundIn(row); i < found.size() && found.get(i).row() == row; i++) {
            Found place = found.get(i);
            ranges.add(
                    new Overlay.Range(place.start(), place.end(), i == currentFound ? Shade.MARK_CURRENT : Shade.MARK));
        }
        int length = transcript.row(row).plain().length();
        int from = selection.startIn(row, length);
        int to = selection.endIn(row, length);
        if (from < to) {
            ranges.add(new Overlay.Range(from, to, Shade.SELECTION));
        }
        RowHit over = hot;
        RowHit on = focused;
        return new Overlay(
                ranges,
                over != null && over.row() == row ? over.hit() : null,
                on != null && on.row() == row && isFocusControl() ? on.hit() : null,
                phase);
    }

    private int firstFoundIn(int row) {
        int low = 0;
        int high = found.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (found.get(middle).row() < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void askFrame() {
        if (frameAsked) {
            return;
        }
        frameAsked = true;
        kit.ui().later(FRAME, () -> {
            frameAsked = false;
            if (!isDisposed() && isVisible()) {
                phase = (phase + (double) FRAME.toMillis() / MOVE_MILLIS) % 1;
                redraw();
            }
        });
    }
}
