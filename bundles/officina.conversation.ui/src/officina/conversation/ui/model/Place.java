// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

/**
 * Where a row stands.
 *
 * @param indent how deep in lists
 * @param quotes how deep in quotations
 * @param opens whether it is the first row of what the person said, or of a quotation of an agent
 * @param closes whether it is the last row of what the person said
 */
public record Place(Voice voice, Gap gap, int indent, int quotes, boolean opens, boolean closes) {

    public static Place of(Voice voice, Gap gap) {
        return new Place(voice, gap, 0, 0, false, false);
    }

    Place gap(Gap other) {
        return new Place(voice, other, indent, quotes, opens, closes);
    }

    Place edges(boolean first, boolean last) {
        return new Place(voice, gap, indent, quotes, first, last);
    }
}
