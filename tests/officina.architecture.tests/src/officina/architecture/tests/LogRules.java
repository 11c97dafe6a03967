// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a call of a logger may say: a text that stands in the source, and values that hold nothing a person wrote. A
 * throwable goes through {@code Redacted.of}; nobody asks it, or a failure, for its words.
 */
final class LogRules extends TreeScanner<Void, Void> {

    private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error");
    private static final Set<String> WORDS =
            Set.of("getMessage", "getLocalizedMessage", "toString", "message", "remedy", "getCause");
    private static final Pattern THROWABLE = Pattern.compile("(.*\\W)?\\w*(Exception|Error|Throwable)");

    private final SourceFile file;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, String> types = new HashMap<>();

    private LogRules(SourceFile file) {
        this.file = file;
    }

    /** Where the file breaks a rule, and which. */
    static List<String> broken(SourceFile file) {
        LogRules rules = new LogRules(file);
        rules.scan(file.unit(), null);
        return rules.broken;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        types.clear();
        return super.visitMethod(method, nothing);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        types.put(variable.getName().toString(), String.valueOf(variable.getType()));
        return super.visitVariable(variable, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (call.getMethodSelect() instanceof MemberSelectTree method
                && LEVELS.contains(method.getIdentifier().toString())
                && method.getExpression().toString().equals("log")) {
            check(call);
        }
        return super.visitMethodInvocation(call, nothing);
    }

    private void check(MethodInvocationTree call) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (!isText(arguments.getFirst())) {
            broken.add(file.place(call) + " logs a text that is put together");
        }
        for (ExpressionTree argument : arguments.subList(1, arguments.size())) {
            if (argument instanceof IdentifierTree name
                    && THROWABLE
                            .matcher(types.getOrDefault(name.toString(), ""))
                            .matches()) {
                broken.add(file.place(call) + " logs a throwable without Redacted.of");
            } else if (saysWords(argument)) {
                broken.add(file.place(call) + " logs words that may be a person's");
            }
        }
    }

    private static boolean isText(Tree tree) {
        return tree instanceof LiteralTree
                || tree instanceof BinaryTree sum && isText(sum.getLeftOperand()) && isText(sum.getRightOperand());
    }

    private static boolean saysWords(ExpressionTree argument) {
        return argument instanceof BinaryTree
                || argument instanceof MethodInvocationTree call
                        && call.getMethodSelect() instanceof MemberSelectTree method
                        && WORDS.contains(method.getIdentifier().toString());
    }
}
