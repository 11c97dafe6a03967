// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.packing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to take along. */
final class PackingList {

    /** Who stays longer washes. */
    private static final int MOST_SHIRTS = 8;

    private PackingList() {}

    /** @param weather {@code null} for any */
    static List<String> of(int days, @Nullable Weather weather) {
        int shirts = Math.min(days + 1, MOST_SHIRTS);
        List<String> things = new ArrayList<>();
        things.add("passport and tickets");
        things.add(shirts + " shirts");
        things.add(shirts + " sets of underwear");
        things.add("washbag");
        things.add("charger");
        if (weather != Weather.COLD) {
            things.add("sun cream");
            things.add("swimwear");
        }
        if (weather != Weather.WARM) {
            things.add("warm jacket");
            things.add("gloves and hat");
        }
        return things;
    }
}
