// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

/** How much two words resemble each other, by the number of letters to change. */
final class Similarity {

    /** Longer words are compared by their beginnings. */
    private static final int LONGEST = 40;

    private Similarity() {}

    /** 1 for the same word, 0 for nothing in common. */
    static double of(String first, String second) {
        int longer = Math.max(first.length(), second.length());
        return longer == 0 ? 1 : Math.max(0, 1 - (double) changes(first, second) / Math.min(longer, LONGEST));
    }

    /** Whether one is probably the other mistyped: one letter from five letters on, two from eight. */
    static boolean isSlip(String first, String second) {
        int shorter = Math.min(first.length(), second.length());
        int allowed = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
        return allowed > 0
                && Math.abs(first.length() - second.length()) <= allowed
                && changes(first, second) <= allowed;
    }

    /** Letters to insert, delete, replace or swap with the neighbour. */
    static int changes(String first, String second) {
        String a = first.substring(0, Math.min(first.length(), LONGEST));
        String b = second.substring(0, Math.min(second.length(), LONGEST));
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                } else {
                    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                    boolean swapped =
                            i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                    if (swapped) {
                        cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
