// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import officina.api.agent.AgentDescriptor;
import officina.api.agent.AgentManifest;
import officina.api.agent.AgentQuestion;
import officina.api.agent.AgentReply;
import officina.api.id.PluginId;
import officina.api.json.JsonObject;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/** Agents and what they reply. Reading what does not fit throws {@code protocol.malformed}. */
public final class AgentCodec {

    private AgentCodec() {}

    public static JsonObject write(AgentDescriptor descriptor) {
        return new Out()
                .text("plugin", descriptor.plugin())
                .text("name", descriptor.name())
                .text("description", descriptor.description())
                .texts("examples", descriptor.examples())
                .flag("readsAttachments", descriptor.readsAttachments())
                .object();
    }

    public static AgentDescriptor readDescriptor(JsonObject json) {
        In in = new In(json);
        return new AgentDescriptor(
                in.parsed("plugin", "a plug-in like agent.task", PluginId::new),
                in.text("name"),
                in.text("description"),
                in.texts("examples"),
                in.flag("readsAttachments"));
    }

    public static JsonObject write(AgentManifest manifest) {
        return new Out()
                .value("descriptor", write(manifest.descriptor()))
                .list("permissions", manifest.permissions(), PermissionCodec::write)
                .text("schedule", manifest.schedule())
                .object();
    }

    public static AgentManifest readManifest(JsonObject json) {
        In in = new In(json);
        return new AgentManifest(
                in.object("descriptor", AgentCodec::readDescriptor),
                in.list("permissions", PermissionCodec::readRequest),
                in.textOrNull("schedule"));
    }

    public static JsonObject write(AgentReply reply) {
        return new Out()
                .list("response", reply.response(), ContentCodec::write)
                .text("remarks", reply.remarks())
                .list("actions", reply.actions(), PlanCodec::write)
                .value("question", reply.question() == null ? null : write(reply.question()))
                .object();
    }

    public static AgentReply readReply(JsonObject json) {
        In in = new In(json);
        return new AgentReply(
                in.list("response", ContentCodec::readPart),
                in.text("remarks"),
                in.list("actions", PlanCodec::readStep),
                in.objectOrNull("question", AgentCodec::readQuestion));
    }

    public static JsonObject write(AgentQuestion question) {
        return new Out()
                .text("text", question.text())
                .texts("options", question.options())
                .object();
    }

    public static AgentQuestion readQuestion(JsonObject json) {
        In in = new In(json);
        return new AgentQuestion(in.text("text"), in.texts("options"));
    }
}
