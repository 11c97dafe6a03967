// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.Set;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows of some settings and lets the person change once they confirm it: shown as it is kept, whoever changes
 * it, and read again before it is changed. A value that is shown already is not shown again. UI thread only.
 */
public final class ShownSettings<T> {

    private final PaneSite site;
    private final Set<String> keys;
    private final EngineWork<T> read;
    private final Consumer<T> show;
    private @Nullable T shown;
    /** What was read before the newest reading, or before something was kept, says nothing any more. */
    private int readings;

    private boolean keeping;

    /**
     * @param keys of the settings
     * @param read gives what they say; blocks
     * @param show paints it
     */
    public ShownSettings(PaneSite site, Set<String> keys, EngineWork<T> read, Consumer<T> show) {
        this.site = site;
        this.keys = Set.copyOf(keys);
        this.read = read;
        this.show = show;
    }

    /** Shows what holds now, and from now on until the content is disposed. */
    public void follow(Engine engine) {
        Coalesced<Boolean> changes = site.coalesced(_ -> load());
        site.owned().own(Following.of(() -> {
            AutoCloseable listening = engine.settings().onChange(key -> {
                if (keys.contains(key)) {
                    changes.set(true);
                }
            });
            // what was changed before anybody listened
            changes.set(true);
            return listening;
        }));
        load();
    }

    private void load() {
        int mine = ++readings;
        site.call(read, value -> shownIfNewest(mine, value));
    }

    /** Reads again what holds, shows it and hands it on. */
    public void read(Consumer<T> then, Consumer<Failure> onFailure) {
        int mine = ++readings;
        site.call(
                read,
                value -> {
                    shownIfNewest(mine, value);
                    then.accept(value);
                },
                onFailure);
    }

    /** Changes what the person changed, and shows what holds then; nothing else is shown before. */
    public void keep(EngineWork<?> change, Runnable onKept, Consumer<Failure> onFailure) {
        keeping = true;
        site.call(
                engine -> {
                    change.on(engine);
                    return read.on(engine);
                },
                value -> {
                    keeping = false;
                    onKept.run();
                    show(value);
                    load();
                },
                failure -> {
                    keeping = false;
                    onFailure.accept(failure);
                    load();
                });
    }

    private void shownIfNewest(int reading, T value) {
        if (reading == readings && !keeping) {
            show(value);
        }
    }

    private void show(T value) {
        if (!value.equals(shown)) {
            shown = value;
            show.accept(value);
        }
    }
}
