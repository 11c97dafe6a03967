// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.todo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a title by which it is recognised: without endings, and without words that say nothing. */
public final class TitleWords {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'\u2019-]+");
    private static final int SHORTEST_STEM = 3;

    private final Set<String> stop;
    private final Map<String, String> irregular;
    private final Map<String, String> endings;

    /**
     * @param stop words that say nothing
     * @param irregular forms with the word they stand for
     * @param endings what may stand at the end of a word, in the order to try, with what the stem has instead
     */
    public TitleWords(Set<String> stop, Map<String, String> irregular, Map<String, String> endings) {
        this.stop = Set.copyOf(stop);
        this.irregular = Map.copyOf(irregular);
        this.endings = new LinkedHashMap<>(endings);
    }

    /** The telling words of a text in order, in lower case, each as its stem. */
    public List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''))) {
            if (!word.isEmpty() && !stop.contains(word)) {
                words.add(stem(irregular.getOrDefault(word, word)));
            }
        }
        return words;
    }

    private String stem(String word) {
        for (Map.Entry<String, String> ending : endings.entrySet()) {
            int length = word.length() - ending.getKey().length();
            if (length >= SHORTEST_STEM && word.endsWith(ending.getKey())) {
                return word.substring(0, length) + ending.getValue();
            }
        }
        return word;
    }
}
