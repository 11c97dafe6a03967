// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

/** Cuts the endings of English words that make no other word of them: plurals, -ing, -ed. */
final class Stem {

    private Stem() {}

    static String of(String word) {
        String stem = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (stem.length() > 4 && stem.endsWith("ies")) {
            return stem.substring(0, stem.length() - 3) + "y";
        }
        if (stem.length() > 5 && stem.endsWith("ing")) {
            return undoubled(stem.substring(0, stem.length() - 3));
        }
        if (stem.length() > 4 && stem.endsWith("ed")) {
            return undoubled(stem.substring(0, stem.length() - 2));
        }
        if (stem.length() > 3 && stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us")) {
            return stem.substring(0, stem.length() - 1);
        }
        return stem;
    }

    private static String undoubled(String stem) {
        int last = stem.length() - 1;
        boolean doubled =
                last > 1 && stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0;
        return doubled ? stem.substring(0, last) : stem;
    }
}
