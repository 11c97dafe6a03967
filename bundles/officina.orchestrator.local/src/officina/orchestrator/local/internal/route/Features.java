// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.orchestrator.local.internal.route.Lexicon.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a router sees of a query: its words without their endings, neighbours, how it begins, and its shape (a date, a
 * question mark). What stands in quotation marks is a name somebody gave, so only that it is there counts.
 */
final class Features {

    /** What is asked stands at the beginning; a pasted document behind it does not decide. */
    private static final int MAX_CHARACTERS = 1_000;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\u201c[^\u201d]*\u201d|\u00ab[^\u00bb]*\u00bb");
    private static final Pattern DATE =
            Pattern.compile("\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}([./](\\d{2}){1,2})?\\b");
    private static final Pattern TIME = Pattern.compile("\\b\\d{1,2}:\\d{2}\\b|\\b\\d{1,2} ?(am|pm)\\b");
    private static final Pattern SPAN = Pattern.compile("\\b(?:in|within|for|by) (?:about |the next )?"
            + "(?:an?|one|two|three|four|five|six|ten|half an?|a few|a couple of|some|\\d{1,4}) ?"
            + "(?:min(?:ute)?|h(?:ou)?r?|day|week|fortnight|month|year)s?\\b|\\ba (?:week|month|year) from\\b");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("\\bthe \\d{1,2}(?:st|nd|rd|th)\\b");
    private static final Pattern HOUR = Pattern.compile(
            "(?:\\bat|@) (?:(?:half past|quarter past|quarter to) )?(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b(?! ?(?:degrees|per|percent|%))");
    private static final Pattern ITEM = Pattern.compile("(?:^|\\s)(?:[-*\u2022]|\\d{1,2}[.)])\\s+(?=\\p{L})");
    private static final Pattern IS = Pattern.compile("\\b(what|who|it|that|there|where|when|how|here|he|she)'s\\b");
    private static final Pattern NOT = Pattern.compile("n't\\b");
    private static final Pattern WORD = Pattern.compile("@[a-z]+|[\\p{L}][\\p{L}'-]*|\\d+(st|nd|rd|th)?|\\?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(st|nd|rd|th)?");

    private static final String WORD_SIGN = "~";

    /** Classes of words with which people ask any agent for anything. */
    private static final Set<String> ANYBODYS = Set.of("must", "show", "find", "add", "who", "first", "stuff");

    private volatile @Nullable Lexicon words;

    /** How strongly a feature may speak: a mere word half as much as a class of words, a beginning or a shape. */
    static double value(String feature) {
        return feature.startsWith(WORD_SIGN) ? 0.5 : 1;
    }

    /** Whether it tells how the query is built rather than what about. */
    static boolean isShape(String feature) {
        return feature.startsWith("begins ") || feature.startsWith("has ");
    }

    /** The query with a mere word for each name in quotation marks. */
    static String withoutNames(String query) {
        return QUOTED.matcher(query).replaceAll("it");
    }

    Set<String> of(String query) {
        List<Token> tokens = tokens(query);
        Set<String> features = new LinkedHashSet<>();
        boolean question = tokens.removeIf(token -> token.word().equals("?"));
        if (tokens.isEmpty()) {
            return features;
        }
        words(tokens, features);
        String beginning = beginning(tokens.getFirst());
        features.add("begins " + beginning);
        features.add("begins with " + tokens.getFirst().sign());
        if (question || beginning.equals("@question")) {
            // People leave the question mark out as often as not.
            features.add("has question");
        }
        if (ITEM.matcher(query).results().limit(2).count() == 2) {
            features.add("has items");
        }
        kinds(tokens, beginning, features);
        return features;
    }

    /** What a query is about: its words and their classes without those that merely hold it together. */
    Set<String> topics(String query) {
        Set<String> topics = new LinkedHashSet<>();
        for (Token token : tokens(query)) {
            boolean tells = !token.kind().startsWith("@") && !ANYBODYS.contains(token.kind());
            if (tells && !token.word().equals("?")) {
                topics.add(token.sign());
                topics.add(token.word());
            }
        }
        return topics;
    }

    /** The words of what a query is about. */
    Set<String> subjects(String query) {
        Set<String> subjects = new LinkedHashSet<>();
        for (Token token : tokens(query)) {
            if (!token.kind().startsWith("@") && !token.word().equals("?")) {
                subjects.add(token.word());
            }
        }
        return subjects;
    }

    /** Each word and each pair of neighbours; the class of a word stands for it where it has one. */
    private static void words(List<Token> tokens, Set<String> features) {
        Token before = null;
        for (Token token : tokens) {
            if (!token.is("@article")) {
                features.add(feature(token.sign(), ""));
                if (!token.kind().isEmpty() && !token.kind().startsWith("@")) {
                    features.add(feature(token.word(), ""));
                }
            }
            if (before != null) {
                features.add(feature(before.sign(), " " + token.sign()));
            }
            before = token;
        }
        features.add(feature(tokens.getLast().sign(), " $"));
    }

    private static String feature(String sign, String neighbour) {
        String feature = sign + neighbour;
        return feature.contains("<") ? feature : WORD_SIGN + feature;
    }

    /** Which classes occur together, and with which beginning, wherever they stand. */
    private static void kinds(List<Token> tokens, String beginning, Set<String> features) {
        Set<String> kinds = new TreeSet<>();
        for (Token token : tokens) {
            boolean tells =
                    !token.kind().isEmpty() && !token.is("@article") && !token.is("@question") && !token.is("@pronoun");
            if (tells) {
                kinds.add(token.kind());
            }
        }
        List<String> present = List.copyOf(kinds);
        for (int i = 0; i < present.size(); i++) {
            features.add("begins " + beginning + " has " + present.get(i));
            for (int j = i + 1; j < present.size(); j++) {
                features.add("has " + present.get(i) + " and " + present.get(j));
            }
        }
    }

    private List<Token> tokens(String query) {
        String text = Normalizer.normalize(
                        query.substring(0, Math.min(query.length(), MAX_CHARACTERS)), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'');
        text = QUOTED.matcher(text).replaceAll(" @quoted ");
        text = DATE.matcher(text).replaceAll(" @date ");
        text = TIME.matcher(text).replaceAll(" @time ");
        text = HOUR.matcher(text).replaceAll(" @time ");
        text = SPAN.matcher(text).replaceAll(" @date ");
        text = DAY_OF_MONTH.matcher(text).replaceAll(" @date ");
        text = IS.matcher(text).replaceAll("$1 is");
        text = NOT.matcher(text)
                .replaceAll(" not")
                .replace("'ve ", " have ")
                .replace("i'm ", "i am ")
                .replace("'re ", " are ")
                .replace("'ll ", " will ")
                .replace("'d ", " would ");
        List<String> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            found.add(NUMBER.matcher(word).matches() ? "@number" : word);
        }
        List<Token> tokens = new ArrayList<>();
        for (Token token : lexicon().tokens(found)) {
            Token shaped = token.kind().isEmpty() && token.word().startsWith("@")
                    ? new Token(token.word(), token.word())
                    : token;
            boolean polite = shaped.is("@polite") && tokens.isEmpty();
            if (!polite) {
                join(tokens, shaped);
            }
        }
        return tokens;
    }

    /** Read at first use, since making a router must cost nothing. */
    private Lexicon lexicon() {
        Lexicon known = words;
        if (known == null) {
            known = Lexicon.english();
            words = known;
        }
        return known;
    }

    /** "12 December", "next Friday at 10": one moment each. */
    private static void join(List<Token> tokens, Token next) {
        if (!tokens.isEmpty()) {
            Token last = tokens.getLast();
            boolean numbered = last.is("@number") && next.is("@date") || last.is("@date") && next.is("@number");
            if (numbered || last.is("@date") && next.is("@date")) {
                tokens.set(tokens.size() - 1, new Token("@date", "@date"));
                return;
            }
        }
        tokens.add(next);
    }

    private static String beginning(Token first) {
        return first.kind().isEmpty() || first.is("@function") ? "other" : first.kind();
    }
}
