// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import officina.language.internal.text.Borders;
import officina.language.internal.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Tries rules at the tokens of one text. For one thread. */
public final class Search {

    private final Reading reading;
    private final Tokens tokens;
    private final Borders borders;
    private final List<Capture> kept = new ArrayList<>();
    private int first;
    private int best;
    private List<Capture> bestCaptures = List.of();
    private long steps;

    public Search(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.borders = new Borders(tokens);
    }

    /** The longest match of the grammar's rules from each token on, one for each rule that matches. */
    public List<Match> all(Grammar grammar) {
        List<Match> found = new ArrayList<>();
        for (int token = 0; token < tokens.size(); token++) {
            List<Rule> rules = grammar.startingAt(tokens, token);
            if (!rules.isEmpty() && borders.open(token)) {
                for (Rule rule : rules) {
                    Match match = longest(rule, token);
                    if (match != null) {
                        found.add(match);
                    }
                }
            }
        }
        return found;
    }

    /** How many nodes were visited so far. */
    public long steps() {
        return steps;
    }

    private @Nullable Match longest(Rule rule, int token) {
        first = token;
        best = token;
        bestCaptures = List.of();
        kept.clear();
        visit(rule.start(), token, false);
        return best == token ? null : new Match(rule.kind(), token, best, bestCaptures);
    }

    /** Visits a node and all that follows; with {@code probing} it stops at the first way through and tells of it. */
    private boolean visit(Node node, int at, boolean probing) {
        steps++;
        return switch (node) {
            case Node.Accept _ -> probing || accept(at);
            case Node.Step step -> step(step, at, probing);
            case Node.Branch(List<Node> ways) -> {
                boolean through = false;
                for (Node way : ways) {
                    through = through || visit(way, at, probing);
                }
                yield through;
            }
            case Node.Assign(String name, String value, Node next) -> {
                kept.add(new Capture(name, value, at, at));
                boolean through = visit(next, at, probing);
                kept.removeLast();
                yield through;
            }
            case Node.Glue(Node next) -> tokens.glued(at) && visit(next, at, probing);
            case Node.Capital(Node next) -> at < tokens.size() && tokens.isCapitalised(at) && visit(next, at, probing);
            case Node.Unless(Node forbidden, Node next) -> {
                boolean there = visit(forbidden, at, true);
                yield !there && visit(next, at, probing);
            }
            case Node.ClauseEnd(Part joint, Node next) -> clauseEnds(joint, at) && visit(next, at, probing);
        };
    }

    private boolean step(Node.Step step, int at, boolean probing) {
        if (at >= tokens.size() || at > first && tokens.gap(at) == Tokens.Gap.LINE) {
            return false;
        }
        Found found = step.part().find(reading, at);
        if (found == null) {
            return false;
        }
        String name = step.capture();
        if (name == null) {
            return visit(step.next(), found.end(), probing);
        }
        kept.add(new Capture(name, found.value(), at, found.end()));
        boolean through = visit(step.next(), found.end(), probing);
        kept.removeLast();
        return through;
    }

    /** Keeps the match when it is longer than what was found before; never ends the search. */
    private boolean accept(int at) {
        if (at > best && borders.closed(at - 1)) {
            best = at;
            bestCaptures = List.copyOf(kept);
        }
        return false;
    }

    private boolean clauseEnds(Part joint, int at) {
        return at >= tokens.size()
                || tokens.gap(at) == Tokens.Gap.LINE
                || tokens.kind(at) == Tokens.Kind.MARK
                || joint.find(reading, at) != null;
    }
}
