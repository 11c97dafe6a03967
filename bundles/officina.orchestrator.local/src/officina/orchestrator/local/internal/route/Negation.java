// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a message only says what is not to be done: "don't move the dentist", "leave the budget alone". Such a message is
 * for no agent, whatever it is about. English. Any thread.
 */
public final class Negation {

    /** Longer messages say more than that. */
    private static final int LONGEST = 300;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\u201c[^\u201d]*\u201d|\u00ab[^\u00bb]*\u00bb");
    private static final Pattern CLAUSES = Pattern.compile("[,;.!\\n]+|\\b(?:and|but|so)\\b");
    private static final Pattern POLITE =
            Pattern.compile("^(?:(?:please|hey|no(?! need)|wait|stop|ok|okay|well|actually|just)\\b ?)+");
    private static final Pattern NEUTRAL =
            Pattern.compile("(?:thanks|thank you|sorry|please|officina|for now|yet|as it is)?");
    private static final Pattern WISH = Pattern.compile("(?:do not|don't|dont|never|no need to|there is no need to"
            + "|there's no need to|you (?:do not|don't|need not|needn't)(?: (?:have|need) to)?"
            + "|i (?:do not|don't) want you to|i(?:'m| am) not asking(?: you)?(?: to)?) (?<verb>[a-z]+).*");
    private static final Pattern LEAVE = Pattern.compile(
            "(?:leave|keep) .+ (?:alone|untouched|unchanged|where (?:it|they) (?:is|are)|as (?:it|they) (?:is|are)|as is)");

    /** Behind "do not" they ask for something, or tell of the person. */
    private static final Pattern OTHERWISE =
            Pattern.compile("forget|let|hesitate|mind|know|think|i|you|we|they|he|she|it"
                    + "|have|need|want|like|care|see|understand|remember|believe|again|worry");

    private Negation() {}

    /** Whether every clause of it says what is to be left alone; one that asks for something makes it a request. */
    public static boolean isAll(String message) {
        if (message.length() > LONGEST || message.endsWith("?")) {
            return false;
        }
        String text = QUOTED.matcher(message.replace('\u2019', '\'').toLowerCase(Locale.ROOT))
                .replaceAll("it");
        boolean negated = false;
        for (String clause : CLAUSES.split(text)) {
            String plain = POLITE.matcher(clause.strip()).replaceFirst("").strip();
            if (isNegated(plain)) {
                negated = true;
            } else if (!NEUTRAL.matcher(plain).matches()) {
                return false;
            }
        }
        return negated;
    }

    private static boolean isNegated(String clause) {
        var wish = WISH.matcher(clause);
        boolean leaves = LEAVE.matcher(clause).matches();
        return leaves
                || wish.matches() && !OTHERWISE.matcher(wish.group("verb")).matches();
    }
}
