// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ChatResponse;
import officina.api.chat.DocumentPassage;
import officina.api.chat.Intent;
import officina.api.content.ContentRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.UserProfile;
import officina.protocol.internal.map.Constants;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/** What a person asks, with its context, and what they get. Reading what does not fit throws {@code protocol.malformed}. */
public final class ChatCodec {

    private ChatCodec() {}

    public static JsonObject write(ChatRequest request) {
        return new Out()
                .value("message", ContentCodec.write(request.message()))
                .text("project", request.project())
                .constant("mode", Constants.EXECUTION_MODE, request.mode())
                .text("persona", request.persona())
                .value("context", write(request.context()))
                .object();
    }

    public static ChatRequest readRequest(JsonObject json) {
        In in = new In(json);
        return new ChatRequest(
                in.object("message", ContentCodec::readMessage),
                in.id("project", RecordId::new),
                in.constant("mode", Constants.EXECUTION_MODE),
                in.textOrNull("persona"),
                in.object("context", ChatCodec::readContext));
    }

    public static JsonObject write(ChatContext context) {
        return new Out()
                .value("userProfile", context.userProfile().fields())
                .list("relevantDocuments", context.relevantDocuments(), ChatCodec::write)
                .list("recentTasks", context.recentTasks(), RecordCodec::write)
                .list("conversationHistory", context.conversationHistory(), ContentCodec::write)
                .object();
    }

    public static ChatContext readContext(JsonObject json) {
        In in = new In(json);
        return new ChatContext(
                in.object("userProfile", profile -> In.checked("the user profile", () -> UserProfile.from(profile))),
                in.list("relevantDocuments", ChatCodec::readPassage),
                in.list("recentTasks", RecordCodec::read),
                in.list("conversationHistory", ContentCodec::readMessage));
    }

    public static JsonObject write(DocumentPassage passage) {
        return new Out()
                .text("document", passage.document().uri())
                .text("place", passage.place())
                .text("text", passage.text())
                .number("score", passage.score())
                .object();
    }

    public static DocumentPassage readPassage(JsonObject json) {
        In in = new In(json);
        return new DocumentPassage(
                in.parsed("document", "an address", text -> new ContentRef(java.net.URI.create(text))),
                in.text("place"),
                in.text("text"),
                in.fraction("score"));
    }

    public static JsonObject write(Intent intent) {
        return new Out()
                .text("text", intent.text())
                .text("agent", intent.agent())
                .number("confidence", intent.confidence())
                .object();
    }

    public static Intent readIntent(JsonObject json) {
        In in = new In(json);
        return new Intent(
                in.text("text"),
                in.parsedOrNull("agent", "a plug-in like agent.task", PluginId::new),
                in.fraction("confidence"));
    }

    public static JsonObject write(ChatResponse response) {
        return new Out()
                .value("response", ContentCodec.write(response.response()))
                .list("actions", response.actions(), PlanCodec::write)
                .object();
    }

    public static ChatResponse readResponse(JsonObject json) {
        In in = new In(json);
        return new ChatResponse(
                in.object("response", ContentCodec::readMessage), in.list("actions", PlanCodec::readStep));
    }
}
