// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import officina.api.chat.ChatRequest;
import officina.api.content.Message;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.plan.ExecutionPlan;

/** Makes the reference page of the wire of the Engine API. */
final class EngineApiPage {

    private static final Path SOURCES = Path.of("../officina.engine/src");
    private static final Set<Class<?>> IN_EVENTS =
            Set.of(EventEnvelope.class, Message.class, ExecutionPlan.class, ChatRequest.class);
    private static final Map<Type, String> WORDS = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(java.net.URI.class, "text (an address)"),
            Map.entry(java.math.BigDecimal.class, "text (a decimal)"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(UUID.class, "text (a UUID)"),
            Map.entry(Path.class, "text (a path)"),
            Map.entry(ToolId.class, "text"),
            Map.entry(Origin.class, "text"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(int.class, "whole number"),
            Map.entry(long.class, "whole number"),
            Map.entry(Long.class, "whole number"),
            Map.entry(double.class, "number"),
            Map.entry(Double.class, "number"),
            Map.entry(void.class, "`null`"),
            Map.entry(java.time.Instant.class, "text (an instant)"),
            Map.entry(java.time.LocalDate.class, "text (a day)"),
            Map.entry(java.time.LocalTime.class, "text (a time)"),
            Map.entry(java.time.Duration.class, "text (a duration)"),
            Map.entry(JsonValue.class, "any JSON value"),
            Map.entry(JsonObject.class, "object"));

    private final EngineMethods methods = new EngineMethods();
    private final StringBuilder page = new StringBuilder();
    private final Map<String, Class<?>> values = new TreeMap<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private EngineApiPage() {}

    static String make() {
        EngineApiPage made = new EngineApiPage();
        made.write();
        return made.page.toString();
    }

    private void write() {
        line(
                "<!-- GENERATED from the interfaces of officina.engine by EngineMethodsTests of officina.engine.wire. -->");
        line("# Engine API on the wire");
        line("");
        line("JSON-RPC 2.0, one message a line of at most %,d bytes, named parameters, no batches.", limit());
        line(
                "How it works and why: [attach](../architecture/attach.md). Events and what they hold: [events](events.md).");
        line("An error's `data` is a failure with a stable `code`; programs go by that and not by the error's number.");
        line("What is `null` may be left out. Members nobody knows are ignored.");
        line("");
        line("## The connection");
        line("");
        line("| name | kind | parameters | meaning |");
        line("|---|---|---|---|");
        row(
                Wire.ATTACH,
                "request",
                members(AttachRequest.class),
                "the first request; gives " + words(AttachReply.class));
        row(
                Wire.SUBSCRIBE_SESSION,
                "request",
                "`subscription` whole number, `session` text, `fromSeq` whole number, `resumes` true or false",
                "events of a session from that number on, stored and to come; `resumes` says that they go on after an earlier"
                        + " connection, and is only counted");
        row(
                Wire.SUBSCRIBE_ALL,
                "request",
                "`subscription` whole number, `fromPosition` whole number, `resumes` true or false",
                "events of all sessions from that position on");
        row(
                Wire.AWAIT,
                "request",
                "`run` text",
                "waits until the run has ended or waits for the person; gives its events up to then");
        row(Wire.EVENT, "notification of the engine", "`subscription`, `event`", "the next event of a subscription");
        row(
                Wire.TAKEN,
                "notification",
                "`subscription`, `count`",
                "so many events were taken; at most " + Wire.WINDOW + " are on the way");
        row(Wire.END, "notification", "`subscription`", "no more events are wanted");
        row(Wire.WINDOW_HERE, "notification", "", "this process has a window");
        row(
                Wire.WINDOW_WANTED,
                "notification of the engine",
                "",
                "that window is to come to the front: Officina was started once more");
        row(
                Wire.CANCEL,
                "notification",
                "`id`",
                "nobody waits for the answer to that request any more: `" + Wire.AWAIT
                        + "` and long work end; the answer comes all the same, and may be that the work was done before");
        row(
                Wire.PROGRESS,
                "notification of the engine",
                "`id`, `done`, `all`",
                "so much of that long work is done, in units of the work; `all` may grow, and is 0 while it is not known;"
                        + " about " + 1_000 / Wire.PROGRESS_PAUSE.toMillis()
                        + " a second at most, and the last before the result");
        row(
                Wire.PART,
                "notification of the engine",
                "`id`, `items`",
                "the next items of a result that is too long for a line; the result holds the last ones");
        line("");
        line(
                "A connection has at most %d requests at work, beside them %d that are long work, %d subscriptions and %d runs"
                        + " it waits for; an engine has at most %d connections.",
                Wire.MAX_REQUESTS, Wire.MAX_LONG, Wire.MAX_SUBSCRIPTIONS, Wire.MAX_SUBSCRIPTIONS, Wire.MAX_CONNECTIONS);
        line("");
        line("## Methods");
        methods.all().forEach(this::method);
        line("");
        line("## Values");
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            if (values.putIfAbsent(name(type), type) == null && type.isRecord()) {
                members(type);
            }
        }
        values.forEach((name, type) -> value(name, type));
    }

    private static int limit() {
        return officina.protocol.rpc.RpcCodec.MAX_LINE;
    }

    private void method(EngineMethod method) {
        line("");
        line("### %s", method.name());
        line("");
        String said = javadoc(method.method());
        if (!said.isEmpty()) {
            line("%s", said);
            line("");
        }
        List<String> travelling = method.parameters().names();
        for (Parameter parameter : method.method().getParameters()) {
            if (!travelling.contains(parameter.getName())) {
                continue;
            }
            line(
                    "- `%s`: %s%s",
                    parameter.getName(),
                    words(parameter.getParameterizedType()),
                    method.parameters().nullable(parameter.getName()) ? ", or `null`" : "");
        }
        if (method.followed()) {
            line("- long work: tells its progress with `%s`, and ends after `%s`", Wire.PROGRESS, Wire.CANCEL);
        }
        line("- gives %s", words(method.result()));
    }

    private void value(String name, Class<?> type) {
        line("");
        line("### %s", name);
        line("");
        if (type.isEnum()) {
            line(
                    "%s",
                    Arrays.stream(type.getEnumConstants())
                            .map(constant -> "`"
                                    + ((Enum<?>) constant)
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-') + "`")
                            .collect(Collectors.joining(", ")));
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            line("- `%s`: %s", component.getName(), words(component.getGenericType()));
        }
    }

    private String members(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> "`" + component.getName() + "` " + words(component.getGenericType()))
                .collect(Collectors.joining(", "));
    }

    private String words(Type type) {
        if (WORDS.containsKey(type)) {
            return WORDS.get(type);
        }
        if (type instanceof ParameterizedType generic) {
            String inside = words(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
            if (generic.getRawType() == Map.class) {
                return "object whose members are each " + inside;
            }
            return generic.getRawType() == Optional.class ? inside + ", or `null`" : "array of " + inside;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && isText(plain)) {
            return "text (" + plain.getSimpleName() + ")";
        }
        if (IN_EVENTS.contains(plain)) {
            return "[" + plain.getSimpleName() + "](events.md)";
        }
        open.push(plain);
        return "[" + name(plain) + "](#" + name(plain).toLowerCase(Locale.ROOT).replace(".", "") + ")";
    }

    private static boolean isText(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1 && components[0].getName().equals("value");
    }

    private static String name(Class<?> type) {
        return type.isMemberClass()
                ? type.getDeclaringClass().getSimpleName() + "." + type.getSimpleName()
                : type.getSimpleName();
    }

    /** The comment above the method, in one line. */
    private static String javadoc(Method method) {
        Path source = SOURCES.resolve(method.getDeclaringClass().getName().replace('.', '/') + ".java");
        String text;
        try {
            text = Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*[\\w<>.@ ]+ " + method.getName() + "\\(", Pattern.DOTALL)
                .matcher(text);
        if (!comment.find()) {
            return "";
        }
        String plain = comment.group(1).replaceAll("(?m)^\\s*\\*", " ").strip().replaceAll("\\s+", " ");
        return plain.replaceAll("\\{@code ([^}]*)}", "`$1`").replaceAll("\\{@link [^}]*?([\\w.]+)}", "`$1`");
    }

    private void row(String name, String kind, String parameters, String meaning) {
        line("| `%s` | %s | %s | %s |", name, kind, parameters, meaning);
    }

    private void line(String format, Object... arguments) {
        page.append(List.of(arguments).isEmpty() ? format : String.format(Locale.ROOT, format, arguments))
                .append('\n');
    }
}
