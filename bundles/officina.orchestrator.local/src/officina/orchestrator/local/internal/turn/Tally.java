// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.core.plan.PlanOutcome;
import org.jspecify.annotations.Nullable;

/** What a plan comes to, counted: before it runs, and after. */
final class Tally {

    private static final Set<RecordKind> BEGINNING = Set.of(RecordKind.SESSION, RecordKind.SETTING);

    private Tally() {}

    /** What the plan comes to, in a line: "Add 2 to-dos, delete 1". What exactly is in the titles of its steps. */
    static String toDo(List<PlanStep> steps) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        steps.forEach(step -> counts.merge(kindOfWork(step), 1, Integer::sum));
        List<String> phrases = new ArrayList<>();
        String before = null;
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            String verb = each.getKey().substring(0, each.getKey().indexOf(' '));
            String kind = each.getKey().substring(verb.length() + 1);
            phrases.add(verb + " " + each.getValue() + noun(kind, each.getValue(), before));
            before = kind;
        }
        String line = String.join(", ", phrases);
        return Character.toUpperCase(line.charAt(0)) + line.substring(1);
    }

    /** A verb and what it is done to: "add todo". */
    private static String kindOfWork(PlanStep step) {
        if (step instanceof PlanStep.Llm) {
            return "ask question";
        }
        PlanAction action =
                switch (step) {
                    case PlanStep.Action one -> one.action();
                    case PlanStep.Data one -> one.action();
                    case PlanStep.Llm _ -> null;
                };
        JsonObject params =
                switch (step) {
                    case PlanStep.Action one -> one.params();
                    case PlanStep.Data one -> one.params();
                    case PlanStep.Llm _ -> JsonObject.EMPTY;
                };
        String kind = Objects.requireNonNullElse(params.text("kind"), "record");
        if (PlanAction.CREATE_RECORD.equals(action)) {
            return "add " + kind;
        }
        if (PlanAction.UPDATE_RECORD.equals(action)) {
            return "change " + kind;
        }
        if (PlanAction.DELETE_RECORD.equals(action)) {
            return "delete " + kind;
        }
        return PlanAction.SEND_NOTIFICATION.equals(action) ? "show notification" : "do step";
    }

    /** One line: "1 to-do added, 2 changed". */
    static String done(List<RunEvent.RecordChanged> changes, PlanOutcome outcome) {
        String changed = changed(changes);
        if (!changed.isEmpty()) {
            return changed;
        }
        return outcome.done().size() == 1 ? "1 step done" : outcome.done().size() + " steps done";
    }

    /** The same; empty where no record changed. */
    static String changed(List<RunEvent.RecordChanged> changes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RunEvent.RecordChanged change : changes) {
            // that the conversation itself was begun, and with which model, is nothing the plan did
            if (!BEGINNING.contains(change.kind())) {
                counts.merge(change.kind().name() + " " + verb(change.change()), 1, Integer::sum);
            }
        }
        List<String> phrases = new ArrayList<>();
        String before = null;
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            String kind = each.getKey().substring(0, each.getKey().indexOf(' '));
            String verb = each.getKey().substring(kind.length() + 1);
            phrases.add(each.getValue() + noun(kind, each.getValue(), before) + " " + verb);
            before = kind;
        }
        return String.join(", ", phrases);
    }

    private static String noun(String kind, int count, @Nullable String before) {
        String one = kind.equals("todo") ? "to-do" : kind.replace('-', ' ');
        return kind.equals(before) ? "" : " " + one + (count == 1 ? "" : "s");
    }

    private static String verb(RecordChange change) {
        return switch (change) {
            case CREATED -> "added";
            case UPDATED -> "changed";
            case DELETED -> "deleted";
        };
    }
}
