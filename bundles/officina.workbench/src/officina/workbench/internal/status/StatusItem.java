// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.status;

import java.util.function.Function;
import officina.engine.Diagnostics;
import officina.ui.base.Icon;
import officina.ui.base.Views;

/** One of the four questions that the status area answers. */
enum StatusItem {
    MODEL(Icon.MODEL, Words.MODEL, Words.MODEL_WHY, Words.MODEL_OPEN, Views.MODELS, Diagnostics.Status::model),
    PLACE(Icon.MACHINE, Words.PLACE, Words.PLACE_WHY, Words.PLACE_OPEN, Views.DIAGNOSTICS, Diagnostics.Status::place),
    ACCESS(Icon.SHIELD, Words.ACCESS, Words.ACCESS_WHY, Words.ACCESS_OPEN, Views.ACTIVITY, Diagnostics.Status::access),
    COST(Icon.COST, Words.COST, Words.COST_WHY, Words.MODEL_OPEN, Views.MODELS, Diagnostics.Status::cost);

    private final Icon icon;
    private final Words title;
    private final Words why;
    private final Words open;
    private final String view;
    private final Function<Diagnostics.Status, String> value;

    StatusItem(Icon icon, Words title, Words why, Words open, String view, Function<Diagnostics.Status, String> value) {
        this.icon = icon;
        this.title = title;
        this.why = why;
        this.open = open;
        this.view = view;
        this.value = value;
    }

    Icon icon() {
        return icon;
    }

    String title() {
        return title.text();
    }

    String why() {
        return why.text();
    }

    /** What leads to the view that has more. */
    String open() {
        return open.text();
    }

    String view() {
        return view;
    }

    String value(Diagnostics.Status status) {
        return value.apply(status);
    }
}
