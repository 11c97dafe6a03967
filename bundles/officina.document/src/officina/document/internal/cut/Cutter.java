// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.cut;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import officina.api.document.Passage;
import officina.document.internal.Effort;
import officina.document.internal.Source;

/**
 * Cuts a text into passages of at most 200 word pieces and 30 of overlap, which together fit the window of 256.
 *
 * <p>Where a passage ends depends on what stands before that border, not on how many passages there were: among the
 * borders that are far enough some are chosen by their text alone. So after an insertion the cuts fall soon where they
 * were, and the passages behind it keep their hashes. The work is linear in the text.
 */
public final class Cutter {

    static final int MOST = 200;
    static final int LEAST = 110;
    static final int OVERLAP = 30;
    static final int MOST_CHARACTERS = 4_000;

    private static final int OVERLAP_CHARACTERS = 240;
    private static final int CONTEXT = 32;
    private static final int HASH_BYTES = 16;

    private final Manuscript manuscript;
    private final String text;
    private final Borders borders;

    private Cutter(Manuscript manuscript) {
        this.manuscript = manuscript;
        this.text = manuscript.text();
        this.borders = manuscript.borders();
    }

    /** The passages, in order. None for a text that is blank. */
    public static List<Passage> cut(Manuscript manuscript, Effort effort) throws IOException {
        return new Cutter(manuscript).all(effort);
    }

    private List<Passage> all(Effort effort) throws IOException {
        List<Passage> passages = new ArrayList<>();
        MessageDigest digest = Source.sha256();
        for (int start = 0; start < text.length(); ) {
            effort.check();
            int end = end(start);
            int last = end;
            while (last > start && Borders.isBlank(text.charAt(last - 1))) {
                last--;
            }
            if (last > start) {
                passages.add(passage(overlap(start), last, digest));
            }
            start = end;
        }
        return passages;
    }

    private Passage passage(int from, int to, MessageDigest digest) {
        int first = from;
        while (Borders.isBlank(text.charAt(first))) {
            first++;
        }
        String words = text.substring(first, to);
        List<String> headings = manuscript.headings(to - 1);
        headings.forEach(heading -> {
            digest.update(heading.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        });
        byte[] hash = digest.digest(words.getBytes(StandardCharsets.UTF_8));
        return new Passage(
                words, manuscript.place(first, to), headings, HexFormat.of().formatHex(hash, 0, HASH_BYTES));
    }

    /** Where the passage that begins here ends. */
    private int end(int start) {
        TokenCount count = new TokenCount();
        int best = start;
        byte strength = Borders.NONE;
        for (int i = start; i < text.length(); ) {
            int point = text.codePointAt(i);
            int after = i + Character.charCount(point);
            count.add(point);
            if (i > start && (count.total() > MOST || after - start > MOST_CHARACTERS)) {
                return best > start ? best : i;
            }
            byte here = borders.at(after);
            if (here == Borders.SECTION) {
                return after;
            }
            boolean far = count.total() >= LEAST;
            if (far && here >= Borders.PARAGRAPH && chosen(after)) {
                return after;
            }
            // before the least size a border is better than none, but any later one is better
            byte worth = far ? here : (byte) Math.min(here, Borders.WORD);
            if (worth > Borders.NONE && worth >= strength) {
                best = after;
                strength = worth;
            }
            i = after;
        }
        return text.length();
    }

    /** Every second border, by the text before it. */
    private boolean chosen(int offset) {
        int hash = 0;
        int taken = 0;
        for (int i = offset - 1; i >= 0 && taken < CONTEXT && offset - i < MOST_CHARACTERS; i--) {
            char c = text.charAt(i);
            if (!Borders.isBlank(c)) {
                hash = 31 * hash + c;
                taken++;
            }
        }
        return (hash * 0x9E3779B9) >>> 31 == 0;
    }

    /** Where the overlap of the passage that begins here begins: some sentences or lines before, where that helps. */
    private int overlap(int start) {
        if (start == 0 || borders.at(start) >= Borders.BLOCK) {
            return start;
        }
        int from = start;
        for (int i = start - 1; i > Math.max(0, start - OVERLAP_CHARACTERS); i--) {
            byte here = borders.at(i);
            if (here >= Borders.BLOCK) {
                return TokenCount.of(text, i, start) <= OVERLAP ? i : from;
            }
            if (here >= Borders.SENTENCE) {
                if (TokenCount.of(text, i, start) > OVERLAP) {
                    return from;
                }
                from = i;
            }
        }
        return from;
    }
}
