// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import officina.base.Closeables;
import org.eclipse.swt.widgets.Widget;

/** Ties resources to the life of a widget. UI thread only. */
public final class Owned {

    private static final String KEY = Owned.class.getName();

    private Owned() {}

    /** What is closed when the widget is disposed; the same for the same widget. */
    public static Closeables by(Widget widget) {
        if (widget.getData(KEY) instanceof Closeables owned) {
            return owned;
        }
        Closeables owned = new Closeables();
        widget.setData(KEY, owned);
        widget.addDisposeListener(_ -> owned.close());
        return owned;
    }
}
