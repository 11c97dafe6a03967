// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.ArrayList;
import java.util.List;
import officina.api.chat.Intent;

/**
 * The several things that a message asks for, and how far the work on them is.
 *
 * @param all in the order of the message
 * @param current the one that is worked on, from 0; -1 before the first, their number where it is all of them together
 * @param parts of each that was begun, where in the answer stands what is said to it; behind them where stands what is said
 *     to all of them together
 */
public record IntentsState(List<Intent> all, int current, List<Integer> parts) {

    public IntentsState {
        all = List.copyOf(all);
        parts = List.copyOf(parts);
    }

    static IntentsState of(List<Intent> all) {
        return new IntentsState(all, -1, List.of());
    }

    /** One that begins again keeps its place in the answer; {@link IllegalStateException} for one further on. */
    IntentsState begun(int index, int part) {
        if (index < 0 || index > all.size() || index > parts.size()) {
            throw new IllegalStateException("intent " + index + " cannot begin after " + parts.size());
        }
        List<Integer> places = new ArrayList<>(parts);
        if (index == places.size()) {
            places.add(part);
        }
        return new IntentsState(all, index, places);
    }
}
