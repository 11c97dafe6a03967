// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;

/** Makes the reference page of the events. */
final class EventReference {

    private final ApiDocs docs = new ApiDocs();
    private final StringBuilder page = new StringBuilder();
    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private EventReference() {}

    static String page() {
        EventReference reference = new EventReference();
        reference.write();
        return reference.page.toString();
    }

    private void write() {
        line("<!-- GENERATED from officina.api by ReferenceTests of officina.protocol. Do not edit. -->");
        line("# Events");
        line("");
        line("Everything that can happen in a run, as the journal and the wire hold it.");
        line("Rules and how to add an event: [events](../architecture/events.md).");
        line("JSON Schema: [runtime-events.v%d.json](runtime-events.v%d.json).", RunEvent.SCHEMA, RunEvent.SCHEMA);
        line("");
        line("## Envelope");
        line("");
        prose(docs.of(EventEnvelope.class));
        line("");
        envelope();
        line("");
        line("## Events by name");
        WireTypes.family(RunEvent.class).forEach(this::event);
        line("");
        line("## Values");
        while (!open.isEmpty()) {
            collect(open.pop());
        }
        List.copyOf(types.values()).forEach(this::value);
    }

    private void envelope() {
        header();
        for (WireTypes.Member member : WireTypes.members(EventEnvelope.class)) {
            if (member.name().equals("event")) {
                row("type", "text", true, "the name of the event");
                row(
                        "mayIgnore",
                        "true or false",
                        false,
                        "whether a reader that does not know the type may pass it over");
                row("event", "object", true, "the members of the event");
            } else {
                row(EventEnvelope.class, member);
            }
        }
    }

    private void event(String name, Class<?> type) {
        RunEvent sample = (RunEvent) new ApiValues(new SplittableRandom(1)).of(type);
        line("");
        line("### %s", name);
        line("");
        prose(docs.of(type));
        line(
                "Since schema %d; %s.",
                RunEvent.since(sample),
                EventWriter.mayIgnore(sample)
                        ? "a reader that does not know it may pass it over"
                        : "a reader must know it");
        line("");
        members(type);
    }

    private void members(Class<?> type) {
        List<WireTypes.Member> members = WireTypes.members(type);
        if (members.isEmpty()) {
            line("No members.");
            return;
        }
        header();
        members.forEach(member -> row(type, member));
    }

    private void header() {
        line("| member | is | always there | meaning |");
        line("|---|---|---|---|");
    }

    private void row(Class<?> owner, WireTypes.Member member) {
        String meaning = docs.of(owner).members().getOrDefault(member.name(), "");
        row(member.name(), words(member.type()), member.required(), meaning);
    }

    private void row(String name, String words, boolean always, String meaning) {
        line("| `%s` | %s | %s | %s |", name, words, always ? "yes" : "no", meaning.replace("|", "\\|"));
    }

    private String words(Type type) {
        Class<?> item = WireTypes.itemOf(type);
        if (item != null) {
            return "list of " + words(item);
        }
        if (WireTypes.isMapOfTexts(type)) {
            return "object of texts";
        }
        WireTypes.Scalar scalar = WireTypes.scalar((Class<?>) type);
        if (scalar != null) {
            return scalar.words();
        }
        open.add((Class<?>) type);
        String name = EventSchema.typeName((Class<?>) type);
        return "[" + name + "](#" + name.toLowerCase(Locale.ROOT).replace(".", "") + ")";
    }

    /** Notes a type and everything it is made of. */
    private void collect(Class<?> type) {
        if (types.putIfAbsent(EventSchema.typeName(type), type) == null) {
            if (type.isSealed()) {
                open.addAll(WireTypes.family(type).values());
            } else if (type.isRecord()) {
                WireTypes.members(type).forEach(member -> words(member.type()));
            }
        }
    }

    private void value(Class<?> type) {
        ApiDocs.Doc doc = docs.of(type);
        line("");
        line("### %s", EventSchema.typeName(type));
        line("");
        prose(doc);
        line("");
        if (type.isEnum()) {
            List<String> names = WireTypes.constants(type);
            for (int i = 0; i < names.size(); i++) {
                String meaning = doc.members().get(((Enum<?>) type.getEnumConstants()[i]).name());
                line("- `%s`%s", names.get(i), meaning == null ? "" : ": " + meaning);
            }
        } else if (type.isSealed()) {
            line("An object whose `type` says what it is:");
            line("");
            WireTypes.family(type).forEach((name, member) -> line("- `%s`: %s", name, words(member)));
            if (WireTypes.isTolerant(type)) {
                line("- anything else: kept as it is");
            }
        } else {
            members(type);
        }
    }

    private void prose(ApiDocs.Doc doc) {
        line("%s", doc.text().replace(". ", ".\n"));
    }

    private void line(String format, Object... arguments) {
        page.append(format.formatted(arguments)).append('\n');
    }
}
