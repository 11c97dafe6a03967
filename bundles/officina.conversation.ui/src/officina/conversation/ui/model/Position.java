// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.Comparator;

/** A place between two characters of a transcript. */
public record Position(int row, int offset) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::row).thenComparingInt(Position::offset);

    /** The place after so many rows have come above it. */
    Position below(int rows) {
        return new Position(row + rows, offset);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
