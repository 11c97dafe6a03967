// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import java.util.Set;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.RequestReader;
import officina.agent.task.internal.phrases.Words;
import officina.agent.task.internal.todo.PriorityInference;
import officina.agent.task.internal.todo.TitleWords;
import officina.agent.task.internal.todo.TodoMatcher;

/** All that is needed to understand requests about to-dos; made once. Any thread. */
public record Understanding(
        Phrases phrases,
        RequestReader requests,
        DueReader dues,
        DraftReader drafts,
        ListReader lists,
        FilterReader filters,
        TodoMatcher matcher,
        TitleWords titleWords,
        PriorityInference inference) {

    /** For English; reads the data file. */
    public static Understanding english() {
        Phrases phrases = Phrases.english();
        DueReader dues = new DueReader(phrases);
        DraftReader drafts = new DraftReader(phrases, dues);
        Set<String> stop = phrases.words(Words.STOP).keySet();
        TitleWords titleWords = new TitleWords(stop, phrases.words(Words.IRREGULAR), phrases.words(Words.ENDING));
        return new Understanding(
                phrases,
                new RequestReader(phrases),
                dues,
                drafts,
                new ListReader(phrases, drafts),
                new FilterReader(phrases, dues),
                new TodoMatcher(titleWords),
                titleWords,
                new PriorityInference(
                        phrases.words(Words.CONSEQUENCE).keySet(),
                        phrases.words(Words.VERB).keySet()));
    }
}
