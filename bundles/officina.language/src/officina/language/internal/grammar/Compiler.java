// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns patterns into nodes, last item first; macros are put in place, word classes looked up. */
final class Compiler {

    /** Macros inside macros; deeper is a macro that names itself. */
    private static final int DEEPEST = 8;

    private final Words words;
    private final Map<String, List<List<Item>>> macros;
    private final Map<String, Part> parts = new HashMap<>();

    Compiler(Words words, Map<String, List<List<Item>>> macros) {
        this.words = words;
        this.macros = macros;
        parts.put("amount", new Amount(words, true));
        parts.put("number", new Amount(words, false));
        parts.put("noun", new Noun(words));
        parts.put("name", new Name(words));
        parts.put("handle", new Handle());
    }

    /** Throws {@link IllegalArgumentException} for a class or macro that is not there. */
    Node compile(List<List<Item>> ways) {
        return ways(ways, "", new Node.Accept(), 0);
    }

    /** The forms with which a compiled pattern may begin. */
    static Set<String> firsts(Node node) {
        return switch (node) {
            case Node.Accept _ -> throw new IllegalArgumentException("a pattern must not match nothing");
            case Node.Step(Part part, String _, Node _) -> part.firsts();
            case Node.Branch(List<Node> ways) -> {
                Set<String> all = new TreeSet<>();
                ways.forEach(way -> all.addAll(firsts(way)));
                yield all;
            }
            case Node.Assign(String _, String _, Node next) -> firsts(next);
            case Node.Glue(Node next) -> firsts(next);
            case Node.Capital(Node next) -> firsts(next);
            case Node.Unless(Node _, Node next) -> firsts(next);
            case Node.ClauseEnd(Part _, Node next) -> firsts(next);
        };
    }

    private Node ways(List<List<Item>> ways, String prefix, Node next, int depth) {
        if (ways.size() == 1) {
            return way(ways.getFirst(), prefix, next, depth);
        }
        List<Node> nodes = new ArrayList<>();
        for (List<Item> way : ways) {
            nodes.add(way(way, prefix, next, depth));
        }
        return new Node.Branch(nodes);
    }

    private Node way(List<Item> items, String prefix, Node next, int depth) {
        Node node = next;
        for (Item item : items.reversed()) {
            node = item(item, prefix, node, depth);
        }
        return node;
    }

    private Node item(Item item, String prefix, Node next, int depth) {
        return switch (item) {
            case Item.Literal(String form) -> new Node.Step(new OneOf(Map.of(form, form)), null, next);
            case Item.Reference(String name, String capture, boolean capital) -> {
                Node step = new Node.Step(part(name), capture == null ? null : prefix + capture, next);
                yield capital ? new Node.Capital(step) : step;
            }
            case Item.Macro(String name, String more) -> {
                List<List<Item>> ways = macros.get(name);
                if (ways == null || depth == DEEPEST) {
                    throw new IllegalArgumentException("no such macro, or one that names itself: " + name);
                }
                yield ways(ways, prefix + more, next, depth + 1);
            }
            case Item.Group(List<List<Item>> ways, boolean optional) -> {
                Node inner = ways(ways, prefix, next, depth);
                yield optional ? new Node.Branch(List.of(inner, next)) : inner;
            }
            case Item.Not(List<List<Item>> ways) -> new Node.Unless(ways(ways, prefix, new Node.Accept(), depth), next);
            case Item.Assignment(String name, String value) ->
                new Node.Assign(prefix + name, value.replace('_', ' '), next);
            case Item.Adjacent() -> new Node.Glue(next);
            case Item.End() -> new Node.ClauseEnd(new OneOf(words.of("joint")), next);
        };
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            part = Digits.parse(name);
        }
        if (part == null && words.has(name)) {
            part = new OneOf(words.of(name));
        }
        if (part == null) {
            throw new IllegalArgumentException("no such word class: " + name);
        }
        parts.put(name, part);
        return part;
    }

    /** The macros of a file by name. */
    static Map<String, List<List<Item>>> macros(Map<String, String> patterns) {
        Map<String, List<List<Item>>> macros = new HashMap<>();
        patterns.forEach((name, pattern) -> macros.put(name, PatternReader.read(pattern)));
        return macros;
    }
}
