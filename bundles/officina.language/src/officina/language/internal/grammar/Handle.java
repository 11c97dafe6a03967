// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.Set;
import officina.language.internal.text.Tokens;
import org.jspecify.annotations.Nullable;

/** What follows the @ of a mention: words and numbers joined by dots, dashes or underscores, without spaces. */
record Handle() implements Part {

    private static final int MOST_TOKENS = 9;

    @Override
    public @Nullable Found find(Reading reading, int at) {
        Tokens tokens = reading.tokens();
        int end = at;
        for (int next = at;
                next < tokens.size() && next < at + MOST_TOKENS && (next == at || tokens.glued(next));
                next++) {
            if (tokens.kind(next) != Tokens.Kind.MARK) {
                end = next + 1;
            } else if (next == at || !isJoint(tokens, next)) {
                break;
            }
        }
        return end == at ? null : new Found(end, tokens.text().substring(tokens.start(at), tokens.end(end - 1)));
    }

    @Override
    public Set<String> firsts() {
        throw new IllegalStateException("a pattern cannot begin with a handle");
    }

    private static boolean isJoint(Tokens tokens, int at) {
        return tokens.isMark(at, '.') || tokens.isMark(at, '-') || tokens.isMark(at, '_');
    }
}
