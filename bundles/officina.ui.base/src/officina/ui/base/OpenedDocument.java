// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import officina.api.document.Place;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.jspecify.annotations.Nullable;

/**
 * The document that is looked at: the way from what was found, or is cited, to the view that shows it. One a window; UI
 * thread only.
 */
@Creatable
@Singleton
public final class OpenedDocument {

    /**
     * What is to be shown.
     *
     * @param place where in it; empty for its beginning
     * @param passage what was found there, for kinds of files that are not shown here; may be empty
     */
    public record Opened(Path file, Optional<Place> place, String passage) {}

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Opened now;

    public @Nullable Opened now() {
        return now;
    }

    public void open(Opened opened) {
        now = opened;
        listeners.forEach(Runnable::run);
    }

    /** Calls the listener after another document, or another place of it, is to be shown. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
