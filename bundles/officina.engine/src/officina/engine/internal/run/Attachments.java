// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import officina.api.chat.DocumentPassage;
import officina.api.content.ContentPart;
import officina.api.content.ContentRef;
import officina.api.content.Message;
import officina.api.document.DocumentReading;
import officina.api.document.Passage;
import officina.api.error.FailureException;
import officina.api.host.DocumentAccess;
import officina.api.memory.Embedder;
import officina.engine.AttachedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What files that a person attached to a conversation have to say to a message. Attaching is the leave to read them: no
 * grant is asked for. Each turn reads them as they are then.
 */
final class Attachments {

    private static final Logger log = LoggerFactory.getLogger(Attachments.class);

    /** So many passages are told. */
    private static final int TOLD = 8;

    /** Of more the ones with the most words of the message are compared by meaning. */
    private static final int COMPARED = 200;

    /** Shorter words are in every text. */
    private static final int SHORTEST = 4;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Supplier<DocumentAccess> documents;
    private final Embedder embedder;

    Attachments(Supplier<DocumentAccess> documents, Embedder embedder) {
        this.documents = documents;
        this.embedder = embedder;
    }

    /**
     * Passages that fit the message, best first; for a message without words the first ones. What the message itself has
     * attached has to be readable: {@code document.*}. What came with earlier ones is passed over where it is not.
     *
     * @param earlier of the conversation, oldest first
     */
    List<DocumentPassage> passages(Message message, List<Message> earlier) throws InterruptedException {
        Set<URI> own = files(Stream.of(message));
        Set<URI> all = new LinkedHashSet<>(own);
        all.addAll(files(earlier.reversed().stream()));
        List<Candidate> candidates = new ArrayList<>();
        for (URI file : all.stream().limit(AttachedFile.MOST).toList()) {
            for (Passage passage : read(file, own.contains(file))) {
                candidates.add(new Candidate(file, passage));
            }
        }
        return best(message.plainText(), candidates);
    }

    private record Candidate(URI file, Passage passage) {
        private DocumentPassage scored(double score) {
            return new DocumentPassage(new ContentRef(file), passage.place().toString(), passage.headed(), score);
        }
    }

    private static Set<URI> files(Stream<Message> messages) {
        return messages.flatMap(message -> message.parts().stream())
                .filter(ContentPart.File.class::isInstance)
                .map(part -> ((ContentPart.File) part).source().uri())
                .filter(uri -> "file".equalsIgnoreCase(uri.getScheme()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Passage> read(URI file, boolean needed) throws InterruptedException {
        return switch (documents.get().read(Path.of(file))) {
            case DocumentReading.Read read -> read.passages();
            case DocumentReading.Unread unread -> {
                if (needed) {
                    throw new FailureException(unread.trouble().failure());
                }
                log.debug(
                        "an earlier attachment cannot be read: {}",
                        unread.trouble().problem());
                yield List.of();
            }
        };
    }

    private List<DocumentPassage> best(String question, List<Candidate> candidates) throws InterruptedException {
        if (question.isBlank() || candidates.isEmpty()) {
            return candidates.stream().limit(TOLD).map(each -> each.scored(0)).toList();
        }
        Set<String> wanted = words(question);
        List<DocumentPassage> byWords = ranked(candidates.stream()
                .map(each -> each.scored(share(wanted, words(each.passage().headed()))))
                .toList());
        List<DocumentPassage> compared = byWords.stream().limit(COMPARED).toList();
        try {
            float[] query = embedder.query(question);
            List<float[]> vectors = embedder.passages(
                    compared.stream().map(DocumentPassage::text).toList());
            return ranked(IntStream.range(0, compared.size())
                            .mapToObj(i -> new DocumentPassage(
                                    compared.get(i).document(),
                                    compared.get(i).place(),
                                    compared.get(i).text(),
                                    cosine(query, vectors.get(i))))
                            .toList())
                    .stream()
                    .limit(TOLD)
                    .toList();
        } catch (FailureException e) {
            log.debug("attachments are compared by words alone: {}", e.failure().code());
            return byWords.stream().limit(TOLD).toList();
        }
    }

    private static List<DocumentPassage> ranked(List<DocumentPassage> passages) {
        return passages.stream()
                .sorted(Comparator.comparingDouble(DocumentPassage::score).reversed())
                .toList();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.toSet());
    }

    private static double share(Set<String> wanted, Set<String> there) {
        Set<String> found = new HashSet<>(wanted);
        found.retainAll(there);
        return wanted.isEmpty() ? 0 : (double) found.size() / wanted.size();
    }

    /** Of vectors of length 1; what points away counts as nothing. */
    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return Math.clamp(sum, 0, 1);
    }
}
