// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import officina.api.agent.AgentContext;
import officina.api.chat.ChatRequest;
import officina.api.event.RunEvent;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.language.LanguageContext;
import officina.api.memory.Embedder;
import officina.api.record.RoutingCorrection;
import officina.api.tool.ToolResult;
import officina.core.run.RunState;

/** What an orchestrator is given for one call of {@link Orchestrator#advance}; invalid afterwards. */
public interface RunContext {

    /**
     * What is asked, with its context as it is now. The journal keeps the request without history and recent to-dos (they
     * are in the journal already), so use this instead of the one in the state.
     */
    ChatRequest request();

    /** The run with all that was emitted so far. */
    RunState state();

    /**
     * Appends events to the run, durable on return, and gives the state after them. {@link IllegalStateException} for an
     * event that cannot happen now.
     */
    RunState emit(List<RunEvent> events);

    /** {@link #emit(List)} for events in the name of a plug-in, which becomes the last link of the origin. */
    RunState emitAs(PluginId actor, List<RunEvent> events);

    /**
     * The handles of an agent, limited to its grants; each use is logged.
     *
     * @param answers what the person answered to its questions, oldest first
     */
    AgentContext agent(PluginId agent, List<String> answers);

    /**
     * Records as a step of the plan changes them, in the name of the plan's author and with its grants. A step that is
     * repeated after a crash finds what its first try did: the first {@code create} returns the record it made first, the
     * second its second, {@code delete} of a record already deleted by this step does nothing.
     */
    RecordAccess records(PluginId author, StepId step);

    Notifier notifier(PluginId author);

    /** Plug-ins that take no part in the project of the run: neither are they asked nor their tools called. */
    Set<PluginId> leftOut();

    /** What the person said about who should have answered, newest first. */
    List<RoutingCorrection> corrections();

    /**
     * The language model that answers in the conversation; none where the person chose none. {@code model.*} where
     * what was chosen is not there any more.
     */
    Optional<RunModel> model();

    /**
     * Calls a tool as a step of the plan, in the name and with the grants of the tool's plug-in; its records are those of
     * {@link #records}, so that a step that is repeated makes nothing twice. {@code tool.missing}.
     */
    ToolResult call(StepId step, ToolId tool, JsonObject input) throws InterruptedException;

    /** The moment, time zone and language of the person. */
    LanguageContext language();

    /**
     * Compares texts by meaning: the engine's own, which stays open after the call and is not to be closed. Its first use
     * loads it; where it cannot be loaded, {@code embedding.*} is thrown and its state says why.
     */
    Embedder embedder();

    /** Throws {@link InterruptedException} when the run was cancelled; call between pieces of work. */
    void checkCancelled() throws InterruptedException;
}
