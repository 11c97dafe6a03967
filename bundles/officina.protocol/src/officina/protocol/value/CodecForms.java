// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import officina.api.chat.ChatRequest;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.error.Failure;
import officina.api.event.EventEnvelope;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.language.Entities;
import officina.api.language.LanguageContext;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.api.record.DataRecord;
import officina.api.record.RecordQuery;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolResult;
import officina.protocol.ChatCodec;
import officina.protocol.ContentCodec;
import officina.protocol.EventCodec;
import officina.protocol.FailureCodec;
import officina.protocol.LanguageCodec;
import officina.protocol.PermissionCodec;
import officina.protocol.PlanCodec;
import officina.protocol.RecordCodec;
import officina.protocol.ToolCodec;
import officina.protocol.internal.json.Malformed;
import org.jspecify.annotations.Nullable;

/** The types that journal and store write with a codec of their own: on the wire they look the same. */
final class CodecForms {

    private static final Map<Class<?>, Form> FORMS = forms();

    private CodecForms() {}

    static @Nullable Form of(Class<?> type) {
        return FORMS.get(type);
    }

    private static Map<Class<?>, Form> forms() {
        Map<Class<?>, Form> forms = new HashMap<>();
        put(forms, EventEnvelope.class, EventCodec::write, EventCodec::read);
        put(forms, Message.class, ContentCodec::write, ContentCodec::readMessage);
        put(forms, ContentPart.class, ContentCodec::write, ContentCodec::readPart);
        put(forms, Failure.class, FailureCodec::write, FailureCodec::read);
        put(forms, ExecutionPlan.class, PlanCodec::write, PlanCodec::read);
        put(forms, PlanStep.class, PlanCodec::write, PlanCodec::readStep);
        put(forms, ChatRequest.class, ChatCodec::write, ChatCodec::readRequest);
        put(forms, DataRecord.class, RecordCodec::write, RecordCodec::read);
        put(forms, RecordQuery.class, RecordCodec::write, RecordCodec::readQuery);
        put(forms, Permission.class, PermissionCodec::write, PermissionCodec::read);
        put(forms, PermissionRequest.class, PermissionCodec::write, PermissionCodec::readRequest);
        put(forms, AccessRecord.class, PermissionCodec::write, PermissionCodec::readAccess);
        put(forms, ToolDescriptor.class, ToolCodec::write, ToolCodec::readDescriptor);
        put(forms, ToolResult.class, ToolCodec::write, ToolCodec::readResult);
        put(forms, LanguageContext.class, LanguageCodec::write, LanguageCodec::readContext);
        put(forms, Entities.class, LanguageCodec::write, LanguageCodec::readEntities);
        return Map.copyOf(forms);
    }

    private static <T> void put(
            Map<Class<?>, Form> forms, Class<T> type, Function<T, JsonObject> writer, Function<JsonObject, T> reader) {
        forms.put(type, new CodecForm<>(type, writer, reader));
    }

    private record CodecForm<T>(Class<T> type, Function<T, JsonObject> writer, Function<JsonObject, T> reader)
            implements Form {
        @Override
        public JsonValue write(@Nullable Object value) {
            return writer.apply(type.cast(Objects.requireNonNull(value)));
        }

        @Override
        public Object read(JsonValue json, String member) {
            if (json instanceof JsonObject object) {
                return reader.apply(object);
            }
            throw Malformed.member(member, "an object");
        }
    }
}
