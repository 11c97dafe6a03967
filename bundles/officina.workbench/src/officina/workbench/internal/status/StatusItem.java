// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.status;

import java.util.function.Function;
import officina.engine.Diagnostics;
import officina.ui.base.Icon;

/** One of the four questions that the status area answers. */
enum StatusItem {
    MODEL(Icon.MODEL, Words.MODEL, Words.MODEL_WHY, Diagnostics.Status::model),
    PLACE(Icon.MACHINE, Words.PLACE, Words.PLACE_WHY, Diagnostics.Status::place),
    ACCESS(Icon.SHIELD, Words.ACCESS, Words.ACCESS_WHY, Diagnostics.Status::access),
    COST(Icon.COST, Words.COST, Words.COST_WHY, Diagnostics.Status::cost);

    private final Icon icon;
    private final Words title;
    private final Words why;
    private final Function<Diagnostics.Status, String> value;

    StatusItem(Icon icon, Words title, Words why, Function<Diagnostics.Status, String> value) {
        this.icon = icon;
        this.title = title;
        this.why = why;
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

    String value(Diagnostics.Status status) {
        return value.apply(status);
    }
}
