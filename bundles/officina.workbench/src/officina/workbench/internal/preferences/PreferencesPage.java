// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import java.util.function.Function;
import officina.ui.base.Icon;
import officina.ui.base.Pane;
import officina.ui.base.PaneFactory;
import officina.ui.base.PaneHost;
import officina.ui.base.UiKit;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/**
 * A page, before it is looked at.
 *
 * @param id as {@link officina.ui.base.Views} has it
 * @param make fills the place it is given, which has no layout yet
 */
record PreferencesPage(String id, String title, Icon icon, Function<Composite, Made> make) {

    /** A page that is there. UI thread only. */
    interface Made {

        void focus();

        /** What it shows of the engine's, where there is any now. */
        @Nullable
        Pane pane();
    }

    /** A page about what the engine keeps. */
    static PreferencesPage of(UiKit kit, String id, String title, Icon icon, PaneFactory factory) {
        return new PreferencesPage(id, title, icon, place -> {
            PaneHost host = new PaneHost(kit, title, factory);
            host.create(place);
            return new Made() {
                @Override
                public void focus() {
                    host.focus();
                }

                @Override
                public @Nullable Pane pane() {
                    return host.pane();
                }
            };
        });
    }
}
