// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.document.Passage;
import officina.api.document.Place;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.host.Credential;
import officina.api.host.HttpCall;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonArray;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.language.Span;
import officina.api.memory.EmbeddingModel;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;
import officina.api.memory.IndexQuery;
import officina.api.plan.PlanAction;
import officina.api.provider.ModelRequest;
import officina.api.provider.Sampling;
import officina.api.provider.TokenUsage;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.tool.ToolDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of any type of {@code officina.api} at random, from their record components, so that a new event or
 * component is tested the moment it exists. Awkward values are frequent. The same seed gives the same values.
 */
final class ApiValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "plain",
            "two\nlines\r\n\ttab",
            "quote \" backslash \\ slash /",
            "\u0000\u0001\u001f\u007f\u2028\u2029",
            "Größe, naïve, 東京, עברית, हिन्दी",
            "\uD83D\uDE80 rocket",
            "single high \uD83D",
            "\uDE80 single low",
            "\uFFFD\uFFFE\uFEFF",
            "</script>&amp;${x}",
            "x".repeat(3_000),
            "é\uD83D\uDE80".repeat(1_500));

    private final RandomGenerator random;
    private final Map<Class<?>, Supplier<?>> special = new LinkedHashMap<>();

    ApiValues(RandomGenerator random) {
        this.random = random;
        put(String.class, this::text);
        put(int.class, () -> (int) number());
        put(long.class, this::number);
        put(boolean.class, random::nextBoolean);
        put(double.class, () -> random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble());
        put(UUID.class, () -> new UUID(random.nextLong(), random.nextLong()));
        put(BigDecimal.class, this::decimal);
        put(Instant.class, () -> Instant.ofEpochSecond(number() % 31_556_889_864_403L, random.nextInt(1_000_000_000)));
        put(Duration.class, () -> Duration.ofSeconds(random.nextLong(), random.nextInt(1_000_000_000)));
        put(LocalDate.class, () -> LocalDate.ofEpochDay(random.nextInt(1_000_000)));
        put(LocalTime.class, () -> LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)));
        put(
                Locale.class,
                () -> pick(List.of(Locale.ROOT, Locale.UK, Locale.ITALY, Locale.forLanguageTag("zh-Hant-TW"))));
        put(ZoneId.class, () -> ZoneId.of(pick(List.of("Europe/Rome", "UTC", "+05:30", "America/Argentina/Ushuaia"))));
        put(
                URI.class,
                () -> URI.create(pick(List.of("blob:sha256-00ff", "file:///a%20b", "https://example.org/?q=%F0#x"))));
        put(PluginId.class, () -> pick(List.of(PluginId.USER, PluginId.OFFICINA, new PluginId("agent.task-2"))));
        put(StepId.class, () -> new StepId("step-" + random.nextInt(100)));
        put(ToolId.class, () -> ToolId.parse(pick(List.of("agent.task:create_task", "mcp:Files-1:read.file"))));
        put(RecordKind.class, () -> pick(List.of(RecordKind.TODO, RecordKind.USER_PROFILE)));
        put(PlanAction.class, () -> pick(List.of(PlanAction.CREATE_RECORD, PlanAction.SEND_NOTIFICATION)));
        put(Failure.class, this::failure);
        put(JsonObject.class, () -> object(3));
        put(JsonValue.class, () -> json(3));
        put(
                RecordQuery.class,
                () -> new RecordQuery(RecordKind.TODO, Map.of("a", json(1)), null, 1 + random.nextInt(10_000)));
        put(Span.class, () -> new Span(random.nextInt(5), 5 + random.nextInt(5)));
        put(Integer.class, () -> (int) number());
        put(Long.class, this::number);
        put(Double.class, random::nextDouble);
        put(Boolean.class, random::nextBoolean);
        put(SecretRef.class, () -> new SecretRef(pick(List.of("provider.work", "mail.home-2"))));
        put(
                HttpCall.class,
                () -> pick(List.of(
                        new HttpCall("GET", of(URI.class), Map.of("Accept", "text/plain"), null, null),
                        new HttpCall(
                                "REPORT", of(URI.class), Map.of(), text(), Credential.basic("me", of(SecretRef.class))),
                        new HttpCall(
                                "POST", of(URI.class), Map.of(), text(), Credential.bearer(of(SecretRef.class))))));
        put(TokenUsage.class, () -> new TokenUsage(random.nextInt(9), random.nextLong(1L << 40)));
        put(
                Sampling.class,
                () -> pick(List.of(Sampling.STANDARD, new Sampling(0.5, 1.0, 1 + random.nextInt(9), List.of(text())))));
        put(
                ModelRequest.class,
                () -> new ModelRequest(
                        "m/" + text(),
                        List.of(of(Message.class)),
                        List.of(of(ToolDescriptor.class)),
                        of(Sampling.class)));
        put(Path.class, () -> Path.of("/home/ada/notes-" + random.nextInt(9)));
        put(Place.class, () -> pick(List.of(new Place.Lines(1, 1 + random.nextInt(9)), new Place.Page(7))));
        put(Passage.class, () -> new Passage("p " + text(), of(Place.class), List.of(text()), text()));
        put(EmbeddingModel.class, () -> new EmbeddingModel("model-" + random.nextInt(9), 384, 256));
        put(IndexCollection.class, () -> pick(IndexCollection.KNOWN));
        put(
                IndexDocument.class,
                () -> new IndexDocument(
                        of(IndexCollection.class),
                        "id " + random.nextInt(9),
                        "v1",
                        "a \"title\"",
                        Map.of("name", "a\nb"),
                        List.of(new IndexPassage("lines 3-7", text()))));
        put(
                IndexQuery.class,
                () -> new IndexQuery(
                        text(), Set.of(of(IndexCollection.class)), Map.of("a", text()), 1 + random.nextInt(200)));
        put(ContentPart.Unknown.class, () -> new ContentPart.Unknown("future-" + random.nextInt(9), object(3)));
        put(EventEnvelope.class, () -> envelope(of(RunEvent.class)));
        put(
                RunEvent.Unknown.class,
                () -> new RunEvent.Unknown("future.event-" + random.nextInt(9), object(3), random.nextBoolean()));
    }

    private <T> void put(Class<T> type, Supplier<? extends T> supplier) {
        special.put(type, supplier);
    }

    <T> T of(Class<T> type) {
        return cast(make(type, 0));
    }

    /** The event in an envelope of the schema that allows it. */
    EventEnvelope envelope(RunEvent event) {
        return new EventEnvelope(
                event instanceof RunEvent.Unknown ? RunEvent.SCHEMA + 1 : RunEvent.SCHEMA,
                of(SessionId.class),
                of(RunId.class),
                number(),
                number(),
                of(Instant.class),
                of(Origin.class),
                event);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private Object make(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, depth);
        }
        Class<?> plain = (Class<?>) type;
        Supplier<?> supplier = special.get(plain);
        if (supplier != null) {
            return supplier.get();
        }
        if (plain.isEnum()) {
            return pick(List.of(plain.getEnumConstants()));
        }
        if (plain.isSealed()) {
            return make(pick(Arrays.asList(plain.getPermittedSubclasses())), depth);
        }
        if (plain.isRecord()) {
            return construct(plain, depth);
        }
        throw new IllegalStateException("say here how to make a " + plain);
    }

    private Object container(ParameterizedType type, int depth) {
        Type[] arguments = type.getActualTypeArguments();
        // an origin must have a link, and deep content would only be slow
        int count = depth > 3 ? 1 : 1 + random.nextInt(3);
        boolean recursive = arguments[0] == ContentPart.class && depth > 2;
        if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                map.put(make(arguments[0], depth + 1), make(arguments[1], depth + 1));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < count && !recursive; i++) {
            list.add(make(arguments[0], depth + 1));
        }
        return type.getRawType() == Set.class ? Set.copyOf(list) : list;
    }

    private Object construct(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = component(components[i], depth + 1);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("cannot make a " + type + " of " + Arrays.toString(values), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object component(RecordComponent component, int depth) {
        AnnotatedType type = component.getAnnotatedType();
        boolean absent = type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0;
        return absent ? null : make(component.getGenericType(), depth);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String text() {
        return pick(TEXTS);
    }

    private long number() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> Integer.MAX_VALUE;
            case 2 -> random.nextLong();
            case 3 -> Long.MIN_VALUE;
            default -> random.nextInt(1_000_000);
        };
    }

    private BigDecimal decimal() {
        return switch (random.nextInt(5)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> new BigDecimal("1.500");
            case 2 ->
                new BigDecimal(new BigInteger(1 + random.nextInt(3_000), new java.util.Random(random.nextLong())));
            case 3 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(600) - 300);
            default -> BigDecimal.valueOf(random.nextInt(10_000), 2);
        };
    }

    private Failure failure() {
        return new Failure(
                pick(List.of("tool.failed", "provider.rate-limited")),
                pick(Arrays.asList(ErrorKind.values())),
                text(),
                random.nextBoolean() ? null : text(),
                random.nextBoolean(),
                random.nextBoolean() ? null : of(Duration.class));
    }

    private JsonObject object(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = text() + i;
            members.put(name, json(depth - 1));
        }
        return new JsonObject(members);
    }

    private JsonValue json(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> JsonNull.NULL;
            case 1 -> new JsonBoolean(random.nextBoolean());
            case 2 -> new JsonNumber(decimal());
            case 3, 4 -> new JsonText(text());
            case 5 -> object(depth);
            default -> new JsonArray(List.of(json(depth - 1), json(depth - 1)));
        };
    }
}
