// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.phrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The 2048 English words of BIP39, in their order, which is that of the alphabet; no two begin with the same four
 * letters. {@code english.txt} is the list of the standard, unchanged; {@code english.license.txt} says where it comes
 * from.
 */
final class WordList {

    static final int SIZE = 2048;

    /** So many letters may differ for a word to be near. */
    private static final int NEAR = 2;

    private static final int SUGGESTIONS = 3;
    private static final List<String> WORDS = read();

    private WordList() {}

    static String word(int index) {
        return WORDS.get(index);
    }

    /** The number of the word; negative when it is not on the list. */
    static int index(char[] word) {
        int low = 0;
        int high = SIZE - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(WORDS.get(middle), word);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** What was perhaps meant: at most three words, the nearest first; none when nothing is near. */
    static List<String> nearest(char[] word) {
        record Near(String word, int distance) {}
        return IntStream.range(0, SIZE)
                .mapToObj(i -> new Near(WORDS.get(i), distance(WORDS.get(i), word)))
                .filter(near -> near.distance() <= NEAR)
                .sorted(Comparator.comparingInt(Near::distance))
                .limit(SUGGESTIONS)
                .map(Near::word)
                .toList();
    }

    private static int compare(String one, char[] other) {
        int common = Math.min(one.length(), other.length);
        for (int i = 0; i < common; i++) {
            int order = one.charAt(i) - other[i];
            if (order != 0) {
                return order;
            }
        }
        return one.length() - other.length;
    }

    /** How many letters must be changed, left out, put in or swapped with the next one. */
    private static int distance(String one, char[] other) {
        if (Math.abs(one.length() - other.length) > NEAR) {
            return NEAR + 1;
        }
        int[][] cost = new int[one.length() + 1][other.length + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length; j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, i, j, one, other);
            }
        }
        return cost[one.length()][other.length];
    }

    private static int cheapest(int[][] cost, int i, int j, String one, char[] other) {
        int changed = cost[i - 1][j - 1] + (one.charAt(i - 1) == other[j - 1] ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other[j - 2] && one.charAt(i - 2) == other[j - 1];
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static List<String> read() {
        try (InputStream in = WordList.class.getResourceAsStream("english.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of words is missing from the bundle");
            }
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
                return lines.lines().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
