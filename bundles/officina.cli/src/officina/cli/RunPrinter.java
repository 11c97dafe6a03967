// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.api.content.ContentPart;
import officina.api.document.Citation;
import officina.api.error.Failure;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.cli.Syntax.Printed;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.StepState;

/** Shows a run to a person at a terminal, and says what the process should end with. */
final class RunPrinter {

    /** A mark of ASCII that is meant as it is, in CommonMark. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

    /** Code, which is left alone; a mark that is meant as it is; words that stand out, which they do by themselves here. */
    private static final Pattern MARKED =
            Pattern.compile("`[^`]{1,1000}`|\\\\(\\p{Punct})|\\*\\*(?=[^\\s*])(.{1,1000}?)(?<=[^\\s\\\\])\\*\\*");

    /** Begins and ends a block of code. */
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");

    /** A link whose address is a citation's, as agents write it. */
    private static final Pattern CITED =
            Pattern.compile("\\[(?:[^\\[\\]\\\\]|\\\\.){1,1000}\\]\\(<?(file:[^\\s<>]{1,8000}#[^\\s<>()]{1,100})>?\\)");

    private RunPrinter() {}

    static ExitCode print(RunState run, Printed<RunState> as, Output out) {
        return goOn(run, 0, as, out);
    }

    /** The same for who has read so many parts of the answer already. */
    static ExitCode goOn(RunState run, int read, Printed<RunState> as, Output out) {
        out.print(as, run, text(run, read));
        return exitCode(run);
    }

    static String text(RunState run) {
        return text(run, 0);
    }

    private static String text(RunState run, int read) {
        StringBuilder text = new StringBuilder();
        run.parts().stream().skip(read).forEach(part -> text.append(text(part)).append('\n'));
        PlanState plan = run.plan();
        if (plan != null && !isTold(run, plan)) {
            text.append(plan(plan));
        }
        QuestionState question = run.openQuestion();
        if (question != null) {
            text.append(question(question));
        }
        Failure failure = run.outcome().failure();
        if (failure != null) {
            text.append(run.phase() == RunPhase.INTERRUPTED ? "Stopped: " : "Failed: ")
                    .append(failure.message())
                    .append('\n');
            String remedy = failure.remedy();
            text.append(remedy == null ? "" : "  " + remedy + "\n");
        }
        return text.append(hint(run)).toString().stripTrailing();
    }

    private static String text(ContentPart part) {
        return switch (part) {
            case ContentPart.Text(String words) -> forTerminal(words);
            case ContentPart.Code(String language, String words) -> "```" + language + "\n" + words + "\n```";
            case ContentPart.Image(var source, String _, String alternative) ->
                "[picture: " + alternative + "] " + source.uri();
            case ContentPart.File(var source, String name, String _, long _) -> "[file: " + name + "] " + source.uri();
            case ContentPart.ToolCall(var _, var tool, var _) -> "[asked " + tool + "]";
            case ContentPart.ToolResult(var _, boolean success, List<ContentPart> parts, var _) ->
                (success ? "" : "[failed] ")
                        + String.join("\n", parts.stream().map(RunPrinter::text).toList());
            case ContentPart.Unknown(String type, var _) -> "[" + type + "]";
        };
    }

    /**
     * What was marked up, as plain text: what stands out does not, what is escaped is shown as it was, and a citation as
     * the path and the place that it leads to. Code stays as it is.
     */
    static String forTerminal(String markdown) {
        StringJoiner text = new StringJoiner("\n");
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            boolean fence = FENCE.matcher(line).matches();
            text.add(code || fence ? line : plain(line));
            code ^= fence;
        }
        return text.toString();
    }

    private static String plain(String line) {
        return line.startsWith(">") ? ESCAPED.matcher(line).replaceAll("$1") : unmarked(cited(line));
    }

    private static String unmarked(String line) {
        return MARKED.matcher(line).replaceAll(found -> {
            String words = found.group(2);
            String mark = found.group(1);
            return Matcher.quoteReplacement(words != null ? unmarked(words) : mark != null ? mark : found.group());
        });
    }

    private static String cited(String line) {
        return CITED.matcher(line)
                .replaceAll(link -> Matcher.quoteReplacement(Citation.parse(link.group(1))
                        .map(citation -> citation.toString().replaceAll("\\p{Cntrl}", "?"))
                        .orElse(link.group())));
    }

    /** Whether all of it was done, which the answer has said then. */
    private static boolean isTold(RunState run, PlanState plan) {
        return run.phase() == RunPhase.DONE
                && plan.count(StepStatus.DONE) == plan.plan().steps().size();
    }

    static String plan(PlanState state) {
        StringBuilder text = new StringBuilder(state.plan().title()).append('\n');
        for (PlanStep step : state.plan().steps()) {
            StepState at = state.step(step.id());
            text.append("  ").append(mark(at.status())).append(' ').append(step.title());
            Failure failure = at.failure();
            text.append(failure == null ? "" : ": " + failure.message()).append('\n');
        }
        return text.toString();
    }

    private static String question(QuestionState question) {
        StringBuilder text = new StringBuilder(question.text()).append('\n');
        for (int i = 0; i < question.options().size(); i++) {
            text.append("  ")
                    .append(i + 1)
                    .append(". ")
                    .append(question.options().get(i))
                    .append('\n');
        }
        return text.toString();
    }

    private static String mark(StepStatus status) {
        return switch (status) {
            case PENDING -> "[ ]";
            case RUNNING -> "[~]";
            case DONE -> "[x]";
            case FAILED -> "[!]";
            case SKIPPED -> "[-]";
        };
    }

    private static String hint(RunState run) {
        String id = Ids.shown(run.head().run());
        return switch (run.phase()) {
            case AWAITING_APPROVAL ->
                "Approve it with: officina plan approve " + id + "   (or: officina plan reject " + id + ")\n";
            case AWAITING_ANSWER -> "Answer with: officina runs answer " + id + " \"...\"\n";
            case INTERRUPTED -> "It was interrupted. Go on with: officina runs resume " + id + "\n";
            case CANCELLED -> "It was cancelled.\n";
            case NEW, RUNNING, DONE, FAILED -> "";
        };
    }

    static ExitCode exitCode(RunState run) {
        if (run.phase().needsUser()) {
            return ExitCode.NEEDS_YOU;
        }
        return run.phase() == RunPhase.DONE ? ExitCode.OK : ExitCode.FAILED;
    }
}
