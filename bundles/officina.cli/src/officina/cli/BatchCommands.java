// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.json.JsonObject;
import officina.cli.Syntax.Printed;
import officina.engine.AutomationItem;
import officina.engine.Engine;
import officina.engine.RunRef;
import officina.protocol.Json;
import org.jspecify.annotations.Nullable;

/** What works by itself: when it is due, what it did, and how to run or stop it. */
final class BatchCommands {

    private BatchCommands() {}

    static final class ListAll extends EngineCommand {

        private final Printed<AutomationItem> listed = syntax.prints(BatchForms.AUTOMATION, Syntax.EACH);

        ListAll(CommandContext context) {
            super(context, "What works by itself, when it is due, and how it went.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<AutomationItem> all = engine.automations().list();
            if (out.json()) {
                all.forEach(each -> out.print(listed, each, ""));
            } else if (all.isEmpty()) {
                out.say("Nothing works by itself.");
            } else {
                out.table(all.stream()
                        .map(each -> List.of(
                                each.plugin().value(), each.name(), schedule(each), state(each), outcome(each.last())))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    static final class Info extends EngineCommand {

        private final Given<String> plugin = plugin(syntax);
        private final Printed<AutomationItem> shown = syntax.prints(BatchForms.AUTOMATION);

        Info(CommandContext context) {
            super(context, "What one does, when it is due, and how its last run went.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            AutomationItem item = find(engine, plugin.value());
            out.print(shown, item, text(item));
            return ExitCode.OK;
        }

        private static String text(AutomationItem item) {
            List<String> lines = new ArrayList<>();
            lines.add(item.name() + " (" + item.plugin() + ")");
            if (!item.description().isEmpty()) {
                lines.add(item.description());
            }
            lines.add("Schedule: " + schedule(item));
            lines.add("Now: " + state(item));
            Instant success = item.lastSuccess();
            lines.add("Last did its work: " + (success == null ? "never" : Words.moment(success)));
            LastRun last = item.last();
            if (last != null) {
                lines.add("Last run: " + Words.moment(last.startedAt()) + ", " + outcome(last));
                if (last.ending() != Ending.WORKING) {
                    lines.add("  took " + seconds(last) + " s, cost "
                            + last.cost().toPlainString());
                }
                last.counts().forEach(each -> lines.add("  " + each.name() + ": " + each.value()));
                lines.add("  officina runs show " + Ids.shown(last.run()));
            }
            lines.addAll(item.problems());
            return String.join("\n", lines);
        }

        private static String seconds(LastRun last) {
            return Long.toString((last.took().toMillis() + 999) / 1_000);
        }
    }

    static final class Run extends EngineCommand {

        private final Given<String> plugin = plugin(syntax);
        private final Given<@Nullable String> given =
                syntax.text("--with", "<json>", "What it is told, as a JSON object.");
        private final Printed<AutomationItem> shown = syntax.prints(BatchForms.AUTOMATION);

        Run(CommandContext context) {
            super(
                    context,
                    "Run one now, paused or not, and wait for its end.",
                    "",
                    "Ends with 1 when it did not do its work.");
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            PluginId id = find(engine, plugin.value()).plugin();
            String words = given.value();
            RunRef ref = engine.automations().run(id, words == null ? JsonObject.EMPTY : Json.parseObject(words));
            boolean success = engine.runs().await(ref.run()).outcome().success();
            AutomationItem item = engine.automations().find(id);
            out.print(shown, item, outcome(item.last()));
            return success ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    static final class Pause extends EngineCommand {

        private final Given<String> plugin = plugin(syntax);
        private final Printed<AutomationItem> shown = syntax.prints(BatchForms.AUTOMATION);

        Pause(CommandContext context) {
            super(context, "Let one begin nothing by itself until you resume it.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            AutomationItem item = find(engine, plugin.value());
            engine.automations().pause(item.plugin());
            out.print(shown, find(engine, plugin.value()), item.name() + " is paused.");
            return ExitCode.OK;
        }
    }

    static final class Resume extends EngineCommand {

        private final Given<String> plugin = plugin(syntax);
        private final Printed<AutomationItem> shown = syntax.prints(BatchForms.AUTOMATION);

        Resume(CommandContext context) {
            super(context, "Let one go on; what would have been due meanwhile is not made up for.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            engine.automations().resume(find(engine, plugin.value()).plugin());
            AutomationItem item = find(engine, plugin.value());
            out.print(shown, item, item.name() + " goes on: " + state(item) + ".");
            return ExitCode.OK;
        }
    }

    private static Given<String> plugin(Syntax syntax) {
        return syntax.word("AGENT", "Its identifier, as \"officina batch list\" shows it.");
    }

    private static AutomationItem find(Engine engine, String id) {
        try {
            return engine.automations().find(new PluginId(id));
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    Failure.of(
                            "usage.no-agent",
                            ErrorKind.USER,
                            "\"" + id + "\" is no identifier of an agent.",
                            "\"officina batch list\" shows what there is."),
                    e);
        }
    }

    private static String schedule(AutomationItem item) {
        if (item.schedule().isEmpty()) {
            return "when asked";
        }
        return item.zone().isEmpty() ? item.schedule() : item.schedule() + " " + item.zone();
    }

    private static String state(AutomationItem item) {
        Instant next = item.next();
        return switch (item.state()) {
            case AT_WORK -> "at work";
            case PAUSED -> "paused";
            case RETRYING -> next == null ? "failed" : "tried again " + Words.moment(next);
            case WAITING -> next == null ? "waits to be asked" : "next " + Words.moment(next);
        };
    }

    private static String outcome(@Nullable LastRun last) {
        if (last == null) {
            return "never ran";
        }
        return switch (last.ending()) {
            case WORKING -> "at work";
            case DONE -> last.text().isEmpty() ? "done" : last.text();
            case FAILED -> "failed: " + last.text();
            case SKIPPED, STOPPED -> last.text();
        };
    }
}
