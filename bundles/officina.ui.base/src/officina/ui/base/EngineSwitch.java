// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.List;
import java.util.function.Function;
import officina.base.Redacted;
import officina.engine.Engine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows in a view what the engine's state allows, and replaces a content that failed by a message. */
final class EngineSwitch {

    private static final Logger log = LoggerFactory.getLogger(EngineSwitch.class);

    private final UiKit kit;
    private final String name;
    private final PaneFactory factory;
    private final @Nullable Function<Composite, Control> locked;
    private final PaneStack stack;
    private @Nullable ContentSite site;
    private @Nullable Pane pane;
    private @Nullable Object remembered;
    private boolean active;

    public EngineSwitch(
            Composite parent,
            UiKit kit,
            String name,
            PaneFactory factory,
            @Nullable Function<Composite, Control> locked) {
        this.kit = kit;
        this.name = name;
        this.factory = factory;
        this.locked = locked;
        stack = new PaneStack(parent, kit);
        stack.control().addListener(SWT.Activate, _ -> active = true);
        stack.control().addListener(SWT.Deactivate, _ -> active = false);
        Owned.by(stack.control()).own(kit.engine().onState(this::show));
    }

    public void focus() {
        active = true;
        if (pane == null || !stack.showsContent()) {
            stack.setFocus();
        } else {
            guard(pane::focus);
        }
    }

    public @Nullable Pane pane() {
        return pane;
    }

    /** Runs; an exception is logged and replaces the content by a message. */
    void guard(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            broken(e);
        }
    }

    private void show(EngineState state) {
        if (state instanceof EngineState.Starting && site != null && pane != null && stack.showsContent()) {
            // the person may be in the middle of a word: the content stays until there is an engine again
            site.freeze();
            return;
        }
        if (!(state instanceof EngineState.Ready)) {
            drop();
        }
        switch (state) {
            case EngineState.Starting() -> stack.showLoading(Words.STARTING.text());
            case EngineState.NeedsPassphrase(boolean fresh, var _) -> showLocked(fresh);
            case EngineState.Ready(Engine engine) -> build(engine);
            case EngineState.Failed(var failure) -> stack.showFailing(failure, kit.engine()::retry);
            case EngineState.Closed() -> stack.showLoading(Words.CLOSING.text());
        }
    }

    /** One view asks for the passphrase; the others say so, quietly. */
    private void showLocked(boolean fresh) {
        if (locked == null) {
            stack.show(StateForm.quiet(stack.control(), kit, (fresh ? Words.LOCKED_FRESH : Words.LOCKED_TEXT).text()));
        } else {
            stack.show(locked.apply(stack.control()));
        }
    }

    private void build(Engine engine) {
        Control before = stack.control().getDisplay().getFocusControl();
        boolean focused = before != null && holds(stack.control(), before);
        drop();
        stack.showContent();
        ContentSite fresh = new ContentSite(stack.renew(), kit, stack, this, remembered);
        site = fresh;
        // what a content cannot be made with is not handed to the next try
        remembered = null;
        guard(() -> {
            pane = factory.create(fresh, engine);
            stack.control().layout(true, true);
        });
        if (focused || active && !elsewhere()) {
            focus();
        }
    }

    /** Whether the keyboard is in another view: a view that was active once must not take it when it has content. */
    private boolean elsewhere() {
        Control focused = stack.control().getDisplay().getFocusControl();
        return focused != null && !holds(focused, stack.control()) && !holds(stack.control(), focused);
    }

    private static boolean holds(Control outer, Control inner) {
        for (Control each = inner; each != null; each = each.getParent()) {
            if (each == outer) {
                return true;
            }
        }
        return false;
    }

    /** What the person has typed and chosen stays, as far as the content tells. */
    private void remember() {
        Pane leaving = pane;
        if (leaving == null || stack.content().isDisposed()) {
            return;
        }
        try {
            remembered = leaving.remember();
        } catch (RuntimeException e) {
            log.warn("view {} could not say where it was", name, Redacted.of(e));
        }
    }

    private void drop() {
        remember();
        pane = null;
        site = null;
        stack.renew();
    }

    /** Logs and shows that the view cannot go on; on the UI thread. */
    void broken(Throwable error) {
        if (stack.control().isDisposed()) {
            log.warn("view {} failed while it was closed", name, Redacted.of(error));
            return;
        }
        log.error("view {} failed", name, Redacted.of(error));
        drop();
        PaneAction again =
                new PaneAction(Words.TRY_AGAIN.text(), () -> show(kit.engine().state()));
        stack.show(StateForm.failing(
                stack.control(),
                kit,
                Words.FAILED_TITLE.text(),
                Words.VIEW_BROKEN.text(name),
                Words.VIEW_BROKEN_REMEDY.text(),
                List.of(again)));
    }
}
