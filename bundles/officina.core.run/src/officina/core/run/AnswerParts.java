// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import officina.api.content.ContentPart;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The parts of an answer while it is written. Immutable. A text that grows delta by delta is held in pieces and joined
 * when somebody looks, so that n deltas cost O(n log n) and not O(n²); the joined part is kept, so that looking twice
 * gives the same object.
 */
final class AnswerParts extends AbstractList<ContentPart> implements RandomAccess {

    static final AnswerParts EMPTY = new AnswerParts(TreePVector.empty());

    private final PVector<Part> parts;

    private AnswerParts(PVector<Part> parts) {
        this.parts = parts;
    }

    static AnswerParts of(List<ContentPart> parts) {
        if (parts instanceof AnswerParts answer) {
            return answer;
        }
        AnswerParts answer = EMPTY;
        for (ContentPart part : parts) {
            answer = answer.write(answer.size(), part);
        }
        return answer;
    }

    @Override
    public ContentPart get(int index) {
        return parts.get(index).content();
    }

    @Override
    public int size() {
        return parts.size();
    }

    /** With a part written, or a new one after the last; {@link IllegalStateException} for one further on. */
    AnswerParts write(int part, ContentPart content) {
        return put(part, new Whole(content));
    }

    /** With a text going on, or begun; replaces a part that is no text. */
    AnswerParts append(int part, String text) {
        Growing before = part >= 0 && part < parts.size() ? parts.get(part).growing() : null;
        return put(part, before == null ? new Growing(new Piece(text, null)) : before.plus(text));
    }

    private AnswerParts put(int part, Part content) {
        if (part < 0 || part > parts.size()) {
            throw new IllegalStateException("part " + part + " cannot follow " + parts.size() + " parts");
        }
        return new AnswerParts(part == parts.size() ? parts.plus(content) : parts.with(part, content));
    }

    private sealed interface Part {
        ContentPart content();

        /** The part as a text that can go on; {@code null} where it is none. */
        @Nullable
        Growing growing();
    }

    private record Whole(ContentPart content) implements Part {
        @Override
        public @Nullable Growing growing() {
            return content instanceof ContentPart.Text(String text) ? new Growing(new Piece(text, null)) : null;
        }
    }

    /** A piece of text and what stands before it. Each is at least twice as long as the one after it. */
    private record Piece(String text, @Nullable Piece before) {}

    private static final class Growing implements Part {
        private final Piece last;
        private ContentPart.@Nullable Text joined; // computed at most a few times; any of the equal results will do

        Growing(Piece last) {
            this.last = last;
        }

        @Override
        public Growing growing() {
            return this;
        }

        Growing plus(String text) {
            if (text.isEmpty()) {
                return this;
            }
            String joining = text;
            Piece before = last;
            while (before != null && before.text().length() < 2 * joining.length()) {
                joining = before.text() + joining;
                before = before.before();
            }
            return new Growing(new Piece(joining, before));
        }

        @Override
        public ContentPart content() {
            ContentPart.Text known = joined;
            if (known == null) {
                StringBuilder text = new StringBuilder();
                for (Piece piece = last; piece != null; piece = piece.before()) {
                    text.insert(0, piece.text());
                }
                known = new ContentPart.Text(text.toString());
                joined = known;
            }
            return known;
        }
    }
}
