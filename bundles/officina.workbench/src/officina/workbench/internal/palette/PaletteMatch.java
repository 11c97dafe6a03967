// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds entries by a few letters: as a piece of the label, as beginnings of its words, or scattered in order. */
final class PaletteMatch {

    private static final int NONE = Integer.MAX_VALUE;

    private record Ranked(PaletteEntry entry, int rank) {}

    private PaletteMatch() {}

    /** The entries that fit, best first; all, in their order, for no letters. */
    static List<PaletteEntry> of(List<PaletteEntry> entries, String typed) {
        String letters = typed.strip().toLowerCase(Locale.ROOT);
        if (letters.isEmpty()) {
            return entries;
        }
        return entries.stream()
                .map(entry -> new Ranked(entry, rank(entry, letters)))
                .filter(ranked -> ranked.rank() != NONE)
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::entry)
                .toList();
    }

    private static int rank(PaletteEntry entry, String letters) {
        String name = entry.name().toLowerCase(Locale.ROOT);
        String label = entry.label().toLowerCase(Locale.ROOT);
        if (name.startsWith(letters)) {
            return 0;
        }
        int at = label.indexOf(letters);
        if (at >= 0) {
            return at == 0 || !Character.isLetter(label.charAt(at - 1)) ? 1 : 2;
        }
        if (beginsWords(label, letters.replace(" ", ""))) {
            return 3;
        }
        return scattered(label, letters.replace(" ", "")) ? 4 : NONE;
    }

    private static boolean beginsWords(String label, String letters) {
        int next = 0;
        for (String word : label.split("[^\\p{L}\\p{N}]+")) {
            int inWord = 0;
            while (next < letters.length() && inWord < word.length() && word.charAt(inWord) == letters.charAt(next)) {
                inWord++;
                next++;
            }
        }
        return next == letters.length();
    }

    private static boolean scattered(String label, String letters) {
        int at = -1;
        for (int i = 0; i < letters.length(); i++) {
            at = label.indexOf(letters.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }
}
