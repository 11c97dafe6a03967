// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import officina.api.chat.ChatRequest;
import officina.api.chat.DocumentPassage;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexHit;

/**
 * What a person attached to the conversation.
 *
 * @param passages that fit what is asked, best first
 */
public record Attached(List<DocumentPassage> passages) {

    public Attached {
        passages = List.copyOf(passages);
    }

    /** Whether it is what a message is about: it came with it, or with an earlier one and has a good answer. */
    public boolean isFor(ChatRequest request, Question question) {
        if (!request.attachments().isEmpty()) {
            return true;
        }
        return !question.isAboutIndex() && found(question).fit() == Fit.GOOD;
    }

    /** In its words, each with its place. */
    public String answer(Question question) {
        if (passages.isEmpty()) {
            return "There is no text in what you attached.";
        }
        return question.wanted().isBlank()
                ? beginnings()
                : found(question).text("What you attached says", "what you attached");
    }

    private Answer found(Question question) {
        return Answer.of(
                question.wanted(),
                new IndexAnswer(passages.stream().map(Attached::hit).toList(), null));
    }

    /** How each file begins. */
    private String beginnings() {
        return passages.stream()
                        .map(Attached::hit)
                        .collect(Collectors.toMap(
                                IndexHit::document, hit -> hit, (first, _) -> first, LinkedHashMap::new))
                        .values()
                        .stream()
                        .map(hit -> Sources.link(hit) + "\n\n" + Quote.text("", hit))
                        .collect(Collectors.joining("\n\n"))
                + "\n\nAsk what you want to know of it.";
    }

    private static IndexHit hit(DocumentPassage passage) {
        Path file = Path.of(passage.document().uri());
        return new IndexHit(
                IndexCollection.DOCUMENTS,
                file.toString(),
                String.valueOf(file.getFileName()),
                Map.of(),
                passage.place(),
                passage.text(),
                passage.score(),
                passage.score());
    }
}
