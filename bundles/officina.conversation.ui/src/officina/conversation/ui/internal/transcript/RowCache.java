// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import officina.conversation.ui.model.Row;

/** Rows that are laid out for the width of now. Holds only what is to be seen and a little around it. */
final class RowCache {

    private final RowArtist artist;
    private final Map<Row, DrawnRow> drawn = new IdentityHashMap<>();
    private int width = 1;

    RowCache(RowArtist artist) {
        this.artist = artist;
    }

    DrawnRow get(Row row) {
        return drawn.computeIfAbsent(row, fresh -> artist.draw(fresh, width));
    }

    /** Sets the width; {@code true} when it is another one, which makes all layouts void. */
    boolean resize(int newWidth) {
        if (newWidth == width) {
            return false;
        }
        width = newWidth;
        clear();
        return true;
    }

    /** Forgets all but these. */
    void keep(Set<Row> rows) {
        drawn.entrySet().removeIf(entry -> {
            boolean gone = !rows.contains(entry.getKey());
            if (gone) {
                entry.getValue().dispose();
            }
            return gone;
        });
    }

    int size() {
        return drawn.size();
    }

    void clear() {
        drawn.values().forEach(DrawnRow::dispose);
        drawn.clear();
    }
}
