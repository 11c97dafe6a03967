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

/** What the content of a view works with: its place, its states and its way to the engine. UI thread only. */
public interface PaneSite {

    /** Where the controls go; it has no layout yet. */
    Composite parent();

    UiKit kit();

    /** Closed when the content is disposed. */
    Closeables owned();

    /** What the content before this one left to go on with, see {@link Pane#remember}; {@code null} for the first. */
    <T> @Nullable T remembered(Class<T> type);

    /**
     * Whether there is an engine now. While another one takes over the content stays and takes what is typed, but hears of
     * no result: what the person gives it to send it keeps then.
     */
    default boolean hasEngine() {
        return kit().engine().state() instanceof EngineState.Ready;
    }

    /** Shows the content, which is also the state after creation. */
    void showContent();

    void showLoading(String sentence);

    /** Shows that there is nothing, why, and what to do about it. */
    void showEmpty(Icon icon, String title, String sentence, PaneAction... actions);

    /** Shows what went wrong with a way to try again. */
    void showFailing(Failure failure, Runnable retry);

    /** Does work with the engine; a failure is shown with a way to repeat the work. Nothing is called after disposal. */
    <T> void call(EngineWork<T> work, Consumer<T> onResult);

    /** Does work with the engine. Nothing is called after disposal. */
    <T> void call(EngineWork<T> work, Consumer<T> onResult, Consumer<Failure> onFailure);

    /** Runs the work on the UI thread unless the content is disposed by then. Any thread. */
    void post(Runnable work);

    /** A value that is painted at a bearable pace, never after disposal. */
    <T> Coalesced<T> coalesced(Consumer<T> paint);

    /**
     * Runs now; an exception is logged once and replaces the content by a message that names the view, with a way to try
     * again. Everything called through this site is guarded so.
     */
    void guard(Runnable work);

    /** The listener, guarded. */
    Listener guarded(Listener listener);

    /**
     * A thread of the content that does one task at a time, in order, until the content is disposed; tasks that come
     * later are passed over. What a task throws ends the content as {@link #guard} does. Any thread may give it tasks.
     */
    Executor worker(String name);

    /** The work for another thread; what it throws ends the content as {@link #guard} does. */
    Runnable watched(Runnable work);
}
