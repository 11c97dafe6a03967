// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import officina.api.memory.IndexHit;

/** How well a passage answers a question. The borders are measured (decision 0082). */
public enum Fit {
    /** Probably not at all. */
    NONE,
    /** Perhaps. */
    PERHAPS,
    /** Probably. */
    GOOD;

    /** Closeness from which a passage probably answers. */
    static final double GOOD_FROM = 0.36;

    /** Closeness below which it probably does not. */
    static final double PERHAPS_FROM = 0.28;

    /** What all words of the question being there adds to the closeness. */
    static final double WORDS = 0.25;

    /** Where meaning cannot be compared: this share of the words has to be there. */
    private static final double MOST = 0.6;

    /** Words are the same when they begin so, which goes for most endings. */
    private static final int BEGINNING = 5;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** They say nothing of what a question is about. */
    private static final Set<String> COMMON =
            Set.of(("what which who whom whose where when why how do does did is are was"
                            + " were be been am the a an of to in on at for with by from my our your his her their i we you it its"
                            + " this that these those and or not no can could should would will may might must there any some much"
                            + " many long about s t me us have has had get if as up out into more than tell show find say says said"
                            + " mention mentions anything something please")
                    .split(" "));

    /** How good it is; a closeness that nobody knows counts for nothing. */
    static Fit of(String question, IndexHit hit) {
        Set<String> wanted = words(question);
        Set<String> there = words(hit.title() + " " + hit.text());
        double share = wanted.isEmpty()
                ? 0
                : (double) wanted.stream().filter(there::contains).count() / wanted.size();
        Double closeness = hit.closeness();
        if (closeness == null) {
            return share >= MOST ? GOOD : share > 0 ? PERHAPS : NONE;
        }
        double fit = closeness + WORDS * share;
        return fit >= GOOD_FROM ? GOOD : fit >= PERHAPS_FROM ? PERHAPS : NONE;
    }

    /** The beginnings of the words that say something. */
    static Set<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        Set<String> words = new LinkedHashSet<>();
        for (String word : BETWEEN.split(plain)) {
            if (word.length() > 1 && !COMMON.contains(word)) {
                words.add(word.length() > BEGINNING ? word.substring(0, BEGINNING) : word);
            }
        }
        return words;
    }
}
