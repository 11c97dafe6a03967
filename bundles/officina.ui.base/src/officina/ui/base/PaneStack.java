// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import officina.api.error.Failure;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** Shows one of: the content, that it is loading, that there is nothing, that it failed. UI thread only. */
public final class PaneStack {

    /** What is ready sooner than this never shows that it was loading. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final UiKit kit;
    private final Composite body;
    private final StackLayout layout = new StackLayout();
    private Composite content;
    private @Nullable Control state;
    private @Nullable Empty empty;
    private AutoCloseable delayed = () -> {};

    public PaneStack(Composite parent, UiKit kit) {
        this.kit = kit;
        body = new Composite(parent, SWT.NONE);
        body.setLayout(layout);
        kit.theme().paint(body, Shade.SURFACE, Shade.TEXT);
        content = freshContent();
        layout.topControl = content;
    }

    public Composite control() {
        return body;
    }

    /** Where the content goes. */
    public Composite content() {
        return content;
    }

    /** Disposes the content and makes an empty place for a new one. */
    public Composite renew() {
        content.dispose();
        content = freshContent();
        if (state == null) {
            layout.topControl = content;
        }
        return content;
    }

    public void showContent() {
        swap(null);
    }

    /** Shows the sentence when loading takes long enough to be noticed. */
    public void showLoading(String sentence) {
        cancelDelayed();
        delayed = kit.ui().later(PATIENCE, () -> {
            if (!body.isDisposed()) {
                swap(StateForm.loading(body, kit, sentence));
            }
        });
    }

    /** Costs next to nothing where it says already that. */
    public void showEmpty(Icon icon, String title, String sentence, PaneAction... actions) {
        Empty next = new Empty(icon, title, sentence, Arrays.asList(actions));
        Empty shown = empty;
        if (shown != null && shown.looksLike(next)) {
            cancelDelayed();
            shown.actions = next.actions;
            return;
        }
        swap(StateForm.empty(body, kit, icon, title, sentence, next.pressed()));
        empty = next;
    }

    /** What is said where there is nothing; what its actions do may change while it is shown. */
    private static final class Empty {

        private final Icon icon;
        private final String title;
        private final String sentence;
        private List<PaneAction> actions;

        Empty(Icon icon, String title, String sentence, List<PaneAction> actions) {
            this.icon = icon;
            this.title = title;
            this.sentence = sentence;
            this.actions = actions;
        }

        boolean looksLike(Empty other) {
            return icon == other.icon
                    && title.equals(other.title)
                    && sentence.equals(other.sentence)
                    && labels().equals(other.labels());
        }

        private List<String> labels() {
            return actions.stream().map(PaneAction::label).toList();
        }

        /** Actions that do what the newest of their place does. */
        List<PaneAction> pressed() {
            return IntStream.range(0, actions.size())
                    .mapToObj(place -> new PaneAction(
                            actions.get(place).label(),
                            () -> actions.get(place).run().run()))
                    .toList();
        }
    }

    public void showFailing(Failure failure, @Nullable Runnable retry) {
        List<PaneAction> actions = retry == null ? List.of() : List.of(new PaneAction(Words.TRY_AGAIN.text(), retry));
        swap(StateForm.failing(body, kit, Words.FAILED_TITLE.text(), failure.message(), failure.remedy(), actions));
    }

    /** Shows any other control in place of the content; it must be a child of {@link #control()}. */
    public void show(Control other) {
        swap(other);
    }

    /** Whether the content itself is shown. */
    public boolean showsContent() {
        return state == null;
    }

    public boolean setFocus() {
        Control shown = state;
        return shown == null ? content.setFocus() : shown.setFocus();
    }

    private void swap(@Nullable Control next) {
        cancelDelayed();
        Control before = state;
        boolean focused = before != null && holdsFocus(before);
        state = next;
        empty = null;
        layout.topControl = next == null ? content : next;
        body.layout();
        if (before != null && before != next) {
            before.dispose();
        }
        if (focused) {
            setFocus();
        }
    }

    private static boolean holdsFocus(Control control) {
        for (Control each = control.getDisplay().getFocusControl(); each != null; each = each.getParent()) {
            if (each == control) {
                return true;
            }
        }
        return false;
    }

    private void cancelDelayed() {
        try {
            delayed.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Composite freshContent() {
        Composite fresh = new Composite(body, SWT.NONE);
        kit.theme().paint(fresh, Shade.SURFACE, Shade.TEXT);
        return fresh;
    }
}
