// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui.model;

import java.text.NumberFormat;
import java.time.Duration;

/** Times a person waited. */
public final class Times {

    private Times() {}

    /** Seconds with one decimal, in the person's notation: {@code 1.3 s}. */
    public static String text(Duration time) {
        NumberFormat seconds = NumberFormat.getNumberInstance();
        seconds.setMaximumFractionDigits(1);
        return seconds.format(time.toMillis() / 1000.0) + " s";
    }
}
