// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.base.Closeables;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Listener;
import org.jspecify.annotations.Nullable;

/** What one content of a view works with, from its creation to its disposal. */
final class ContentSite implements PaneSite {

    private final Composite parent;
    private final UiKit kit;
    private final PaneStack stack;
    private final EngineSwitch boundary;
    private final @Nullable Object remembered;
    private boolean frozen;

    ContentSite(Composite parent, UiKit kit, PaneStack stack, EngineSwitch boundary, @Nullable Object remembered) {
        this.parent = parent;
        this.kit = kit;
        this.stack = stack;
        this.boundary = boundary;
        this.remembered = remembered;
    }

    @Override
    public Composite parent() {
        return parent;
    }

    @Override
    public UiKit kit() {
        return kit;
    }

    @Override
    public <T> @Nullable T remembered(Class<T> type) {
        return type.isInstance(remembered) ? type.cast(remembered) : null;
    }

    @Override
    public Closeables owned() {
        return Owned.by(parent);
    }

    @Override
    public void showContent() {
        stack.showContent();
    }

    @Override
    public void showLoading(String sentence) {
        stack.showLoading(sentence);
    }

    @Override
    public void showEmpty(Icon icon, String title, String sentence, PaneAction... actions) {
        PaneAction[] guarded = new PaneAction[actions.length];
        for (int i = 0; i < actions.length; i++) {
            Runnable run = actions[i].run();
            guarded[i] = new PaneAction(actions[i].label(), () -> guard(run));
        }
        stack.showEmpty(icon, title, sentence, guarded);
    }

    @Override
    public void showFailing(Failure failure, Runnable retry) {
        stack.showFailing(failure, () -> guard(retry));
    }

    @Override
    public <T> void call(EngineWork<T> work, Consumer<T> onResult) {
        call(
                work,
                onResult,
                failure -> showFailing(failure, () -> {
                    showContent();
                    call(work, onResult);
                }));
    }

    @Override
    public <T> void call(EngineWork<T> work, Consumer<T> onResult, Consumer<Failure> onFailure) {
        kit.engine()
                .call(
                        work,
                        result -> unlessDisposed(() -> onResult.accept(result)),
                        failure -> unlessDisposed(() -> onFailure.accept(failure)));
    }

    @Override
    public void post(Runnable work) {
        kit.ui().post(() -> unlessDisposed(work));
    }

    @Override
    public <T> Coalesced<T> coalesced(Consumer<T> paint) {
        return new Coalesced<>(kit.ui(), Coalesced.SMOOTH, value -> unlessDisposed(() -> paint.accept(value)));
    }

    @Override
    public void guard(Runnable work) {
        boundary.guard(work);
    }

    @Override
    public Listener guarded(Listener listener) {
        return event -> boundary.guard(() -> listener.handleEvent(event));
    }

    @Override
    public Executor worker(String name) {
        return owned().own(new ViewWorker(name, this::failed));
    }

    @Override
    public Runnable watched(Runnable work) {
        return ViewWorker.watched(work, this::failed);
    }

    /** On any thread. */
    private void failed(Throwable error) {
        kit.ui().post(() -> {
            if (!frozen) {
                boundary.broken(error);
            }
        });
    }

    /**
     * From now on nothing comes any more: the engine is gone, and another content takes the place of this one as soon as
     * there is a new one. Until then what is typed is kept.
     */
    void freeze() {
        frozen = true;
    }

    private void unlessDisposed(Runnable work) {
        if (!parent.isDisposed() && !frozen) {
            boundary.guard(work);
        }
    }
}
