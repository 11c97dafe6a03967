// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Every failure that the sources make, with the words as they stand there. A failure made in a helper method is followed
 * to the helper's callers, so that the sources stay the only list of codes.
 */
final class FailureCodes {

    /** Stands for what differs from case to case. */
    static final String VARIES = "\u2026";

    /** More words for one code are left out of the page. */
    private static final int MOST = 6;

    private static final Set<Modifier> CONSTANT = Set.of(Modifier.STATIC, Modifier.FINAL);
    private static final int DEPTH = 4;
    private static final Map<String, String> NOTHING = Map.of();

    /** A failure as one place makes it. */
    record Made(String code, String kind, String message, String remedy, String place) {}

    /** A call or a construction, and the method it stands in. */
    private record Site(
            SourceFile file, String owner, MethodTree method, Tree tree, List<? extends ExpressionTree> arguments) {}

    private final Map<String, List<Site>> calls = new HashMap<>();
    private final List<Site> failures = new ArrayList<>();
    private final Map<String, String> constants = new HashMap<>();

    private FailureCodes(List<SourceFile> files) {
        files.forEach(file -> new Collector(file).scan(file.unit(), null));
    }

    /** All failures of these sources, by code. */
    static List<Made> of(List<SourceFile> files) {
        FailureCodes codes = new FailureCodes(files);
        return codes.failures.stream()
                .flatMap(site -> codes.made(site).stream())
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private List<Made> made(Site site) {
        return environments(site, DEPTH).stream()
                .map(values -> new Made(
                        value(site, 0, values),
                        value(site, 1, values).replace("ErrorKind.", ""),
                        value(site, 2, values),
                        value(site, 3, values),
                        site.file().place(site.tree())))
                .toList();
    }

    private String value(Site site, int argument, Map<String, String> values) {
        return value(site, site.arguments().get(argument), values);
    }

    /** The values of the parameters of the method around the site, for each way it is called that matters here. */
    private List<Map<String, String>> environments(Site site, int depth) {
        List<String> parameters = site.method() == null
                ? List.of()
                : site.method().getParameters().stream()
                        .map(parameter -> parameter.getName().toString())
                        .toList();
        boolean matters = site.arguments().stream().anyMatch(argument -> mentions(argument, parameters));
        if (!matters || depth == 0) {
            return List.of(NOTHING);
        }
        List<Map<String, String>> found = new ArrayList<>();
        for (Site caller : calls.getOrDefault(
                key(site.owner(), site.method().getName().toString(), parameters.size()), List.of())) {
            for (Map<String, String> outer : environments(caller, depth - 1)) {
                Map<String, String> values = new HashMap<>();
                for (int i = 0; i < parameters.size(); i++) {
                    values.put(parameters.get(i), value(caller, i, outer));
                }
                found.add(values);
            }
        }
        return found.isEmpty() ? List.of(NOTHING) : found.stream().distinct().toList();
    }

    private static boolean mentions(Tree tree, List<String> names) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree name, Void nothing) {
                found[0] |= names.contains(name.getName().toString());
                return null;
            }
        }.scan(tree, null);
        return found[0];
    }

    private String value(Site site, ExpressionTree tree, Map<String, String> values) {
        return switch (tree) {
            case LiteralTree literal ->
                literal.getValue() == null ? "" : literal.getValue().toString();
            case ParenthesizedTree inner -> value(site, inner.getExpression(), values);
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS ->
                value(site, sum.getLeftOperand(), values) + value(site, sum.getRightOperand(), values);
            case ConditionalExpressionTree choice -> {
                String first = value(site, choice.getTrueExpression(), values);
                String second = value(site, choice.getFalseExpression(), values);
                yield first.isEmpty() ? second : second.isEmpty() ? first : first + " / " + second;
            }
            case IdentifierTree name ->
                values.getOrDefault(
                        name.getName().toString(), constants.getOrDefault(site.owner() + "." + name.getName(), VARIES));
            case MemberSelectTree member
            when member.getExpression().toString().equals("ErrorKind") -> member.toString();
            case MemberSelectTree member -> constants.getOrDefault(member.toString(), VARIES);
            case MethodInvocationTree call -> words(site, call);
            default -> VARIES;
        };
    }

    /** The text of a window bundle's {@code Words.SOME_NAME.text()}. */
    private static String words(Site site, MethodInvocationTree call) {
        String[] parts = call.getMethodSelect().toString().split("\\.");
        if (parts.length != 3 || !parts[0].equals("Words") || !parts[2].equals("text")) {
            return VARIES;
        }
        String key = parts[1].toLowerCase(Locale.ROOT).replace('_', '-');
        return wordings(site.file())
                .map(texts -> texts.getProperty(key))
                .filter(text -> text != null)
                .findFirst()
                .map(text -> text.replaceAll("\\{[0-9]+[^}]*}", VARIES).replace("''", "'"))
                .orElse(VARIES);
    }

    /** The texts of the file's own package first, then of the others of its bundle. */
    private static Stream<Properties> wordings(SourceFile file) {
        Path folder = file.path().getParent();
        Path source = folder;
        while (!source.getFileName().toString().equals("src")) {
            source = source.getParent();
        }
        List<Path> all = new ArrayList<>(Repository.files(source, "messages.properties"));
        all.sort((one, other) -> Boolean.compare(
                other.getParent().equals(folder), one.getParent().equals(folder)));
        return all.stream().map(FailureCodes::properties);
    }

    private static Properties properties(Path file) {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String key(String owner, String method, int parameters) {
        return owner + "." + method + "/" + parameters;
    }

    /** The page of all codes, in Markdown. */
    static String page(List<Made> all) {
        StringBuilder page = new StringBuilder("""
                # Failure codes

                GENERATED from the sources, do not edit.

                Codes are stable: programs may branch on them, never on the words.
                The same code may be met in several places with different words; `\u2026` stands for what differs from case to case.
                Kinds: USER (asking differently helps), PERMISSION (a grant is missing), PROVIDER (an outside service), RESOURCE (this machine), INTERNAL (a defect).

                | code | kind | what happened | what to do |
                |---|---|---|---|
                """);
        all.stream()
                .collect(Collectors.groupingBy(Made::code, TreeMap::new, Collectors.toList()))
                .forEach((code, places) -> page.append("| `")
                        .append(code)
                        .append("` | ")
                        .append(joined(places.stream().map(Made::kind).toList()))
                        .append(" | ")
                        .append(joined(places.stream().map(Made::message).toList()))
                        .append(" | ")
                        .append(joined(places.stream().map(Made::remedy).toList()))
                        .append(" |\n"));
        return page.toString();
    }

    private static String joined(List<String> texts) {
        TreeSet<String> distinct = texts.stream()
                .map(text -> text.strip()
                        .replaceAll(VARIES + "+", VARIES)
                        .replaceAll("\\s+", " ")
                        .replace("|", "\\|"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (distinct.size() > 1) {
            distinct.remove(VARIES);
            distinct.remove("");
        }
        String shown = distinct.stream().limit(MOST).collect(Collectors.joining("<br>"));
        return distinct.size() > MOST ? shown + "<br>and others" : shown;
    }

    private final class Collector extends TreeScanner<Void, Void> {
        private final SourceFile file;
        private String owner = "";
        private MethodTree method;

        Collector(SourceFile file) {
            this.file = file;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            String outer = owner;
            MethodTree around = method;
            owner = outer.isEmpty() ? type.getSimpleName().toString() : outer;
            super.visitClass(type, nothing);
            owner = outer;
            method = around;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree next, Void nothing) {
            MethodTree around = method;
            method = next;
            super.visitMethod(next, nothing);
            method = around;
            return null;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (variable.getModifiers().getFlags().containsAll(CONSTANT)
                    && variable.getInitializer() instanceof LiteralTree literal
                    && literal.getValue() instanceof String text) {
                constants.putIfAbsent(owner + "." + variable.getName(), text);
            }
            return super.visitVariable(variable, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            String select = call.getMethodSelect().toString();
            if (select.equals("Failure.of")) {
                failures.add(site(call, call.getArguments()));
            }
            String name = select.contains(".") ? select : owner + "." + select;
            int arguments = call.getArguments().size();
            String[] parts = name.split("\\.");
            if (parts.length >= 2) {
                calls.computeIfAbsent(
                                key(parts[parts.length - 2], parts[parts.length - 1], arguments),
                                _ -> new ArrayList<>())
                        .add(site(call, call.getArguments()));
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (made.getIdentifier().toString().equals("Failure")) {
                failures.add(site(made, made.getArguments()));
            }
            return super.visitNewClass(made, nothing);
        }

        private Site site(Tree tree, List<? extends ExpressionTree> arguments) {
            return new Site(file, owner, method, tree, arguments);
        }
    }
}
