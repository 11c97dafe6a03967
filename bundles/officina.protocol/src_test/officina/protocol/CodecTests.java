// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import officina.api.agent.AgentDescriptor;
import officina.api.agent.AgentManifest;
import officina.api.agent.AgentQuestion;
import officina.api.agent.AgentReply;
import officina.api.batch.Automation;
import officina.api.batch.AutomationMemory;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ChatResponse;
import officina.api.chat.DocumentPassage;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.document.Citation;
import officina.api.document.DocumentReading;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.host.BrowserPages;
import officina.api.host.BrowserProfile;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.ServerEvent;
import officina.api.id.CallId;
import officina.api.json.JsonArray;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.LanguageContext;
import officina.api.mail.MailAccount;
import officina.api.mail.MailNews;
import officina.api.memory.EmbedderState;
import officina.api.memory.EmbeddingModel;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexQuery;
import officina.api.permission.AccessRecord;
import officina.api.permission.Grant;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelPatience;
import officina.api.provider.ModelPrices;
import officina.api.provider.ModelReply;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.api.record.DataRecord;
import officina.api.record.DatabaseImport;
import officina.api.record.Group;
import officina.api.record.ImportedTable;
import officina.api.record.IndexedFolder;
import officina.api.record.Project;
import officina.api.record.RecordQuery;
import officina.api.record.RoutingCorrection;
import officina.api.record.SessionImport;
import officina.api.record.SessionInfo;
import officina.api.record.SessionRemoval;
import officina.api.record.Setting;
import officina.api.record.Todo;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolResult;
import officina.protocol.value.ValueCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CodecTests {

    private record Codec<T>(Class<T> type, Function<T, JsonObject> write, Function<JsonObject, T> read) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    /** Records that say themselves how they look as the fields of a data record. */
    private static final Set<Class<?>> WITH_FIELDS = Set.of(
            Automation.class,
            Automation.LastRun.class,
            AutomationMemory.class,
            DatabaseImport.class,
            DatabaseImport.Table.class,
            Grant.class,
            Group.class,
            ImportedTable.class,
            IndexedFolder.class,
            MailAccount.class,
            ModelPatience.class,
            ModelPrices.class,
            Project.class,
            ProviderAccount.class,
            RoutingCorrection.class,
            SessionImport.class,
            SessionInfo.class,
            SessionRemoval.class,
            Setting.class,
            Todo.class);

    static List<Codec<?>> codecs() {
        return List.of(
                new Codec<>(Failure.class, FailureCodec::write, FailureCodec::read),
                new Codec<>(Message.class, ContentCodec::write, ContentCodec::readMessage),
                new Codec<>(ContentPart.class, ContentCodec::write, ContentCodec::readPart),
                new Codec<>(ExecutionPlan.class, PlanCodec::write, PlanCodec::read),
                new Codec<>(PlanStep.class, PlanCodec::write, PlanCodec::readStep),
                new Codec<>(ChatRequest.class, ChatCodec::write, ChatCodec::readRequest),
                new Codec<>(ChatContext.class, ChatCodec::write, ChatCodec::readContext),
                new Codec<>(ChatResponse.class, ChatCodec::write, ChatCodec::readResponse),
                new Codec<>(DocumentPassage.class, ChatCodec::write, ChatCodec::readPassage),
                new Codec<>(DataRecord.class, RecordCodec::write, RecordCodec::read),
                new Codec<>(RecordQuery.class, RecordCodec::write, RecordCodec::readQuery),
                new Codec<>(Permission.class, PermissionCodec::write, PermissionCodec::read),
                new Codec<>(PermissionRequest.class, PermissionCodec::write, PermissionCodec::readRequest),
                new Codec<>(AccessRecord.class, PermissionCodec::write, PermissionCodec::readAccess),
                new Codec<>(ToolDescriptor.class, ToolCodec::write, ToolCodec::readDescriptor),
                new Codec<>(ToolResult.class, ToolCodec::write, ToolCodec::readResult),
                new Codec<>(AgentDescriptor.class, AgentCodec::write, AgentCodec::readDescriptor),
                new Codec<>(AgentManifest.class, AgentCodec::write, AgentCodec::readManifest),
                new Codec<>(AgentQuestion.class, AgentCodec::write, AgentCodec::readQuestion),
                new Codec<>(AgentReply.class, AgentCodec::write, AgentCodec::readReply),
                new Codec<>(LanguageContext.class, LanguageCodec::write, LanguageCodec::readContext),
                new Codec<>(Entities.class, LanguageCodec::write, LanguageCodec::readEntities),
                new Codec<>(Entity.class, LanguageCodec::write, LanguageCodec::readEntity),
                byComponents(BatchTrigger.class),
                byComponents(BatchResult.class),
                byComponents(HttpCall.class),
                byComponents(BrowserPages.class),
                byComponents(BrowserProfile.class),
                byComponents(HttpAnswer.class),
                byComponents(MailNews.class),
                byComponents(ServerEvent.class),
                byComponents(ModelInfo.class),
                byComponents(ModelRequest.class),
                byComponents(ModelReply.class),
                byComponents(ProviderDescriptor.class),
                byComponents(DocumentReading.class),
                byComponents(FolderReport.class),
                byComponents(FolderState.class),
                byComponents(EmbeddingModel.class),
                byComponents(EmbedderState.class),
                byComponents(IndexDocument.class),
                byComponents(IndexQuery.class),
                byComponents(IndexAnswer.class),
                new Codec<>(EventEnvelope.class, EventCodec::write, CodecTests::readAnySchema));
    }

    /** What travels by the names of its components, without a codec of its own. */
    private static <T> Codec<T> byComponents(Class<T> type) {
        ValueCodec values = new ValueCodec();
        return new Codec<>(
                type,
                value -> (JsonObject) values.write(type, value),
                json -> type.cast(Objects.requireNonNull(values.read(type, json))));
    }

    private static EventEnvelope readAnySchema(JsonObject json) {
        return EventCodec.read(json);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    <T> void any_value_survives_the_wire(Codec<T> codec) {
        ApiValues values =
                new ApiValues(new SplittableRandom(codec.type().getName().hashCode()));
        for (int i = 0; i < 200; i++) {
            T before = values.of(codec.type());

            T after =
                    codec.read().apply(Json.parseObject(Json.bytes(codec.write().apply(before))));

            assertEquals(before, after);
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    <T> void a_member_that_is_missing_or_something_else_is_malformed_or_has_a_default(Codec<T> codec) {
        ApiValues values = new ApiValues(new SplittableRandom(3));
        JsonObject good = codec.write().apply(values.of(codec.type()));
        for (String name : good.members().keySet()) {
            for (JsonValue wrong : List.of(JsonNull.NULL, new JsonArray(List.of(JsonNull.NULL)), JsonValue.of(1.5))) {
                try {
                    codec.read().apply(good.with(name, wrong));
                } catch (FailureException e) {
                    assertEquals("protocol.malformed", e.failure().code());
                }
            }
        }
    }

    @Test
    void every_record_of_the_contracts_has_a_codec() throws IOException {
        Set<Type> covered = new HashSet<>(WITH_FIELDS);
        // travels as the address of a link in a text
        covered.add(Citation.class);
        codecs().forEach(codec -> cover(codec.type(), covered));
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : contractTypes()) {
            if (type.isRecord() && !covered.contains(type) && !JsonValue.class.isAssignableFrom(type)) {
                missing.add(type.getName());
            }
        }

        assertEquals(Set.of(), missing);
    }

    @Test
    void tool_results_are_nested_only_so_deep() {
        ContentPart part = new ContentPart.Text("x");
        for (int i = 0; i < 100_000; i++) {
            part = new ContentPart.ToolResult(
                    CallId.parse("00000000-0000-0000-0000-000000000001"), true, List.of(part), null);
        }
        ContentPart tooDeep = part;

        FailureException failure = assertThrows(FailureException.class, () -> ContentCodec.write(tooDeep));

        assertEquals("protocol.malformed", failure.failure().code());
    }

    @Test
    void a_list_of_parts_survives_as_an_array() {
        List<ContentPart> parts = List.of(new ContentPart.Text("a"), new ContentPart.Code("", "b"));

        assertEquals(parts, ContentCodec.readParts(ContentCodec.write(parts)));
    }

    @Test
    void an_unknown_part_keeps_its_members_in_order() {
        String text = "{\"type\":\"hologram\",\"z\":[1,{\"b\":null}],\"a\":0.5}";

        ContentPart part = ContentCodec.readPart(Json.parseObject(text));

        assertInstanceOf(ContentPart.Unknown.class, part);
        assertEquals(text, Json.text(ContentCodec.write(part)));
    }

    private static void cover(Type type, Set<Type> covered) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> cover(argument, covered));
        } else if (covered.add(type)) {
            Class<?> plain = (Class<?>) type;
            if (plain.isSealed() && plain != JsonValue.class) {
                Stream.of(plain.getPermittedSubclasses()).forEach(member -> cover(member, covered));
            }
            if (plain.isRecord()) {
                for (RecordComponent component : plain.getRecordComponents()) {
                    cover(component.getGenericType(), covered);
                }
            }
        }
    }

    private static List<Class<?>> contractTypes() throws IOException {
        Path sources = Path.of("../officina.api/src");
        try (Stream<Path> files = Files.walk(sources)) {
            List<String> names = files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file).toString().replace(java.io.File.separatorChar, '.'))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .filter(name -> !name.endsWith("package-info"))
                    .toList();
            assertTrue(names.size() > 50, "the sources of the contracts were found");
            return names.stream()
                    .<Class<?>>map(CodecTests::load)
                    .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
