// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where one wish of a message ends and the next begins, by rules. It would rather leave two together, which one
 * agent then hears, than tear one apart: what follows "remind me to" is what to be reminded of unless it is clearly a
 * wish of its own, and what stands in quotation marks is never looked at. English. Any thread.
 */
public final class IntentSplitter {

    /** Longer messages are told, not asked for. */
    private static final int LONGEST = 1_000;

    private static final int MOST = 8;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\u201c[^\u201d]*\u201d|\u00ab[^\u00bb]*\u00bb");
    private static final Pattern LIST = Pattern.compile("(?m)^\\s*(?:[-*\u2022]|\\d+[.)])\\s|:\\s*\\n");

    private static final String LINKS = "(?:(?:and|then|also|plus|after that|afterwards|but|oh)\\b[\\s,]*)";
    private static final Pattern JOINT = Pattern.compile("(?<end>[.?!;]+\\s+|\\s*\\n\\s*)" + LINKS + "*|,\\s*" + LINKS
            + "*|\\s+(?:and|then|also|plus)\\b[\\s,]*" + LINKS + "*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!;]+\\s|\\n");

    /** Begins what is no wish yet. */
    private static final Pattern NO_WISH = Pattern.compile(
            "(?:hi|hello|hey|good (?:morning|evening|afternoon)|ok|okay|thanks|thank you|please|so|well|yes|no|sorry)\\b.{0,12}"
                    + "|(?:if|when|once|because|since|as soon as|before|after|while)\\b.*"
                    + "|(?:do not|don't|never)\\b(?! let me forget).*");

    /** Before a mere comma it leads over to the wish. */
    private static final Pattern LEAD_IN = Pattern.compile(
            "(?:in|on|at|from|for|about|with|of|by|regarding|as for"
                    + "|according to|i have (?!to\\b)|i've|i'm|i am|we|it's|it is|there's|there is)\\b.*",
            Pattern.DOTALL);

    private static final Pattern LIST_NAMED = Pattern.compile(
            ".*\\b(?:to|on|onto|in) (?:my|the|our) (?:[a-z]+ )?(?:list|to-?dos?|tasks)\\b.*", Pattern.DOTALL);
    private static final Pattern OF_TODOS = Pattern.compile(
            ".*(?:\\bas (?:done|paid|completed?|finished|open|important|urgent)\\b|\\bto-?dos?\\b|\\btasks?\\b"
                    + "|\\breminders?\\b|\\b(?:from|off) (?:my|the) list\\b|\\bpriority\\b|\\bdue\\b|\\boverdue\\b"
                    + "|\\bthe ones? (?:about|for|with|to)\\b).*",
            Pattern.DOTALL);
    private static final Pattern OF_DOCUMENTS = Pattern.compile(
            ".*\\b(?:documents?|files?|folders?|notes|minutes|papers|indexed|index|says?)\\b.*", Pattern.DOTALL);
    private static final Pattern FOR_ME =
            Pattern.compile(".*\\b(?:show|tell|give|list|display|see|know) (?:me|my)\\b.*", Pattern.DOTALL);
    private static final Pattern REFERS = Pattern.compile(
            ".*\\b(?:it|its|they|them|their|he|she|him|her|there|this|those|these)\\b.*", Pattern.DOTALL);
    private static final Pattern TELLS_WHAT = Pattern.compile(
            ".*\\b(?:ask|tell|wonder|find out|check|explain|discuss|decide|say|says|know|see|learn)\\b.*"
                    + "\\b(?:what|who|when|where|which|how|whether|if|why)\\b.*",
            Pattern.DOTALL);
    private static final Pattern QUESTION_WORD =
            Pattern.compile("(?:what|who|when|where|which|whose|how|why)\\b.*", Pattern.DOTALL);
    private static final Pattern SOMETHING_NEW = Pattern.compile("(?:tell|give|show) me an? .*", Pattern.DOTALL);

    private IntentSplitter() {}

    /** The wishes in their order, without what joins them; one, the message as it is, where it asks for one thing. */
    public static List<String> split(String message) {
        String text = QUOTED.matcher(message.replace('\u2019', '\''))
                .replaceAll(quoted -> "q".repeat(quoted.group().length()))
                .toLowerCase(Locale.ROOT);
        if (message.length() > LONGEST
                || text.length() != message.length()
                || LIST.matcher(text).find()) {
            return List.of(message);
        }
        List<String> wishes = new ArrayList<>();
        int begin = 0;
        Matcher joint = JOINT.matcher(text);
        while (joint.find() && wishes.size() < MOST - 1) {
            String left = text.substring(begin, joint.start()).strip();
            String right = text.substring(joint.end());
            boolean leadsIn =
                    joint.group().strip().equals(",") && LEAD_IN.matcher(left).matches();
            if (!leadsIn && separates(left, right, joint.group("end") != null)) {
                wishes.add(message.substring(begin, end(text, joint)).strip());
                begin = joint.end();
            }
        }
        wishes.add(message.substring(begin).strip());
        return wishes.size() == 1 ? List.of(message) : List.copyOf(wishes);
    }

    /** Behind the mark that ends a sentence: a question keeps it. */
    private static int end(String text, Matcher joint) {
        int end = joint.start();
        while (end < joint.end() && ".?!".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** @param right all behind the joint */
    private static boolean separates(String left, String right, boolean sentence) {
        Opening before = QUESTION_WORD.matcher(left).matches() ? Opening.QUESTION : Opening.of(left);
        Opening after = Opening.of(sentence(right));
        if (NO_WISH.matcher(left).matches() || !left.contains(" ") || after == Opening.CONTENT) {
            return false;
        }
        if (after == Opening.REMIND) {
            return true;
        }
        if (before.holdsContent()) {
            return sentence
                    ? after != Opening.SEARCH || isAnchored(after, right)
                    : afterContent(left, right, before, after);
        }
        if (before.asks()) {
            return after.asks()
                    ? afterQuestion(left, right, before, after, sentence)
                    : after != Opening.OTHER || sentence;
        }
        return before != Opening.OTHER || after == Opening.OTHER || isAnchored(after, right);
    }

    /** Only what can hardly be something to be kept or reminded of. */
    private static boolean afterContent(String left, String right, Opening before, Opening after) {
        boolean continuesList = before == Opening.ADD
                && after != Opening.ADD
                && !LIST_NAMED.matcher(left).matches()
                && LIST_NAMED.matcher(sentence(right)).matches();
        boolean continuesTold =
                after == Opening.QUESTION && TELLS_WHAT.matcher(left).matches();
        return !continuesList && !continuesTold && isAnchored(after, right);
    }

    /** A second question that speaks of what the first one found belongs to it. */
    private static boolean afterQuestion(String left, String right, Opening before, Opening after, boolean sentence) {
        String own = sentence(right);
        if (REFERS.matcher(own).matches() && !isAnchored(after, own)) {
            return false;
        }
        boolean told = !QUESTION_WORD.matcher(left).matches()
                && TELLS_WHAT.matcher(left).matches();
        return switch (after) {
            case QUESTION -> (sentence || !told) && !REFERS.matcher(own).matches();
            case SHOW ->
                OF_TODOS.matcher(own).matches() || SOMETHING_NEW.matcher(own).matches();
            case SEARCH -> before != Opening.SEARCH && isAnchored(after, own);
            case CONTENT, REMIND, ADD, CHANGE, INDEX, OTHER -> true;
        };
    }

    /** Whether it can only be meant for Officina. */
    private static boolean isAnchored(Opening opening, String right) {
        String own = sentence(right);
        return switch (opening) {
            case QUESTION, INDEX, REMIND -> true;
            case SHOW -> FOR_ME.matcher(own).matches() || OF_TODOS.matcher(own).matches();
            case SEARCH -> OF_DOCUMENTS.matcher(own).matches();
            case ADD ->
                LIST_NAMED.matcher(own).matches() || OF_TODOS.matcher(own).matches();
            case CHANGE -> OF_TODOS.matcher(own).matches();
            case CONTENT, OTHER -> false;
        };
    }

    private static String sentence(String text) {
        Matcher end = SENTENCE_END.matcher(text);
        return end.find() ? text.substring(0, end.start()) : text;
    }
}
