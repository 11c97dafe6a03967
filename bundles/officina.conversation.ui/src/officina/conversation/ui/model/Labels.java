// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import officina.api.chat.Intent;
import officina.api.error.Failure;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.ToolId;
import officina.api.record.RecordKind;
import officina.core.run.IntentsState;
import officina.core.run.RunState;
import org.jspecify.annotations.Nullable;

/** Words for what carries a technical name. */
public final class Labels {

    private Labels() {}

    /** {@code agent.task} becomes "Task agent". */
    static String agent(PluginId agent) {
        String value = agent.value();
        return Words.AGENT.text(sentence(value.substring(value.lastIndexOf('.') + 1)));
    }

    /** Who works on a run, or did; of one that asks for several things all of them. Empty where nobody does. */
    static String agents(RunState run) {
        IntentsState intents = run.intents();
        if (intents == null) {
            PluginId one = run.agent();
            return one == null ? "" : agent(one);
        }
        Set<String> names = new LinkedHashSet<>();
        for (Intent intent : intents.all()) {
            PluginId agent = intent.agent();
            if (agent != null) {
                names.add(agent(agent));
            }
        }
        return String.join(", ", names);
    }

    /** {@code agent.task:create_task} becomes "Create task". */
    static String tool(ToolId tool) {
        return sentence(tool.name());
    }

    static String failure(@Nullable Failure failure) {
        return failure == null ? Words.FAILED.text() : failure.message();
    }

    public static String size(long bytes, String mediaType) {
        if (bytes < 0) {
            return mediaType;
        }
        if (bytes < 1_000) {
            return Words.BYTES.text(bytes, mediaType);
        }
        return bytes < 1_000_000
                ? Words.KILOBYTES.text(bytes / 1_000, mediaType)
                : Words.MEGABYTES.text(bytes / 100_000 / 10.0, mediaType);
    }

    /** "Created 1 to-do, changed 2 to-dos; 4 uses of your data, 1 refused"; empty when nothing was touched. */
    static String touched(RunState run) {
        List<String> said = new ArrayList<>();
        changes(run).forEach((change, kinds) -> kinds.forEach((kind, count) -> said.add(changed(change, kind, count))));
        String changes = String.join(", ", said);
        List<String> parts = new ArrayList<>();
        if (!changes.isEmpty()) {
            parts.add(changes);
        }
        if (run.totals().accesses() > 0) {
            parts.add(Words.ACCESSES.text(run.totals().accesses()));
        }
        if (run.totals().denials() > 0) {
            parts.add(Words.DENIALS.text(run.totals().denials()));
        }
        return String.join(" \u00b7 ", parts);
    }

    private static Map<RecordChange, Map<String, Integer>> changes(RunState run) {
        Map<RecordChange, Map<String, Integer>> counts = new EnumMap<>(RecordChange.class);
        for (RunEvent.RecordChanged each : run.changes()) {
            // a conversation begins in a turn, and so may the model that answers in it
            boolean begins =
                    each.kind().equals(RecordKind.SETTING) && run.head().kind() == RunKind.TURN;
            if (!begins && !each.kind().equals(RecordKind.SESSION)) {
                counts.computeIfAbsent(each.change(), _ -> new TreeMap<>())
                        .merge(each.kind().name(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String changed(RecordChange change, String kind, int count) {
        String things = kind.equals(RecordKind.TODO.name())
                ? Words.TODOS.text(count)
                : Words.RECORDS.text(count, kind.replace('-', ' '));
        return switch (change) {
            case CREATED -> Words.CREATED.text(things);
            case UPDATED -> Words.UPDATED.text(things);
            case DELETED -> Words.DELETED.text(things);
        };
    }

    private static String sentence(String technical) {
        String words =
                technical.replace('_', ' ').replace('-', ' ').replace('.', ' ').strip();
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
