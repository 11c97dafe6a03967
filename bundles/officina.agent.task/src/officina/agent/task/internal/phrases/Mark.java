// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

/**
 * The kinds of entities that a pattern can ask for. Each has a range of private-use characters, one for each entity of a
 * text, so that a pattern is an ordinary regular expression.
 */
enum Mark {
    DATE('\ue000'),
    LEVEL('\ue400'),
    QUOTE('\ue800'),
    SPAN('\uec00');

    /** Most entities of a kind in one text. */
    static final int MOST = 0x400;

    private final char first;

    Mark(char first) {
        this.first = first;
    }

    char first() {
        return first;
    }

    static boolean isMark(char symbol) {
        return symbol >= DATE.first && symbol < SPAN.first + MOST;
    }

    /** Matches any entity of the kind. */
    String expression() {
        return "[" + first + "-" + (char) (first + MOST - 1) + "]";
    }
}
