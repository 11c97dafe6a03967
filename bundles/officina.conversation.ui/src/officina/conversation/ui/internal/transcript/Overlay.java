// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.List;
import officina.ui.base.Shade;
import org.jspecify.annotations.Nullable;

/**
 * What lies over a row when it is drawn.
 *
 * @param ranges coloured pieces of its text, painted in this order
 * @param hot what the pointer is on
 * @param focused what the keyboard is on
 * @param phase of what moves, 0 to 1
 */
record Overlay(
        List<Range> ranges, @Nullable Hit hot, @Nullable Hit focused, double phase) {

    record Range(int start, int end, Shade shade) {}
}
