// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody asked.
 *
 * @param wanted what is looked for, without what only says where to look
 * @param isAboutIndex it is about the folders and the index, not about what the documents say
 */
public record Question(String wanted, boolean isAboutIndex) {

    /** Of more the index would look at the beginning only. In characters. */
    private static final int LONGEST = 1_000;

    private static final String OWN = "(?:my|the|our|these|those|all|all my|all the)?\\s*"
            + "(?:own )?(?:documents?|docs|notes|files|papers|pdfs?|folders?|texts)";

    /** What only says where to look; each is taken out where something is left. */
    private static final Pattern WHERE = Pattern.compile("^(?:please |can you |could you )?"
            + "(?:(?:search|look|look through|look in|look into|go through|check) (?:in |through )?" + OWN + "(?: for)?"
            + "|(?:tell me |show me )?what (?:do|does|did|is written|is said) (?:in )?" + OWN
            + "(?: (?:say|tell|have|contain|mention))?(?: anything)?(?: (?:about|on|regarding|of))?"
            + "|(?:do|does) " + OWN + " (?:say|contain|mention|have) (?:anything|something)?(?: (?:about|on))?"
            + "|which (?:of )?" + OWN + " (?:mentions?|talks? about|says? something about|are about|is about|covers?)"
            + "|is there (?:anything|something) in " + OWN + " (?:about|on)"
            + "|(?:anything|something) (?:in " + OWN + " )?(?:about|on)"
            + "|according to " + OWN + ",?)\\s+|,? (?:according to|in) my (?:documents|notes|files|papers)\\b");

    private static final Pattern ORDER = Pattern.compile(
            "^(?:please )?(?:(?:add|include|take) .*\\b(?:index|knowledge base|search|documents|know)\\b"
                    + "|(?:re-?index|index|rebuild|refresh|reread|rescan|scan) .*"
                    + "|(?:update|pause|resume|cancel|start|stop|keep) .*\\b(?:index|indexing|watching|knowledge base)\\b.*"
                    + "|(?:watch|learn) .*|make .* searchable"
                    + "|read (?:all|my documents folder|the files in).*"
                    + "|(?:remove|drop|forget|exclude|ignore|leave|take) .*"
                    + "\\b(?:index|knowledge base|search|folder|index(?:ing)?|files|everything|~\\S*)\\b.*)$");

    private static final Pattern STATE =
            Pattern.compile("\\b(?:indexed|indexing|in the index|the index|knowledge base)\\b"
                    + "|\\bwhich (?:folders|documents|files) (?:are indexed|do you|could not|couldn't|were skipped)"
                    + "|\\bfiles (?:do you know|you could ?n[o']t read|you have skipped|were skipped)"
                    + "|\\b(?:what|which) formats\\b|\\bcan you (?:read|index|search) ");

    /** What speaks of an index in a program is no question about ours. */
    private static final Pattern PROGRAM =
            Pattern.compile("\\b(?:code|class|function|method|module|database|disk|paper|chapter|book)\\b");

    /** Reads what somebody typed. */
    public static Question of(String text) {
        String whole = text.strip().replaceAll("\\s+", " ");
        String start = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        String plain = start.toLowerCase(Locale.ROOT).replaceAll("[?!.]+$", "");
        boolean about = (ORDER.matcher(plain).matches() || STATE.matcher(plain).find())
                && !PROGRAM.matcher(plain).find();
        String rest = WHERE.matcher(plain).replaceAll(" ").strip();
        // with its capitals where nothing was taken out
        return new Question(rest.isEmpty() || rest.equals(plain) ? start : rest, about);
    }
}
