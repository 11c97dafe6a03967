// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import officina.api.agent.AgentDescriptor;
import officina.api.agent.AgentQuestion;
import officina.api.agent.AgentReply;
import officina.api.chat.ChatRequest;
import officina.api.chat.Intent;
import officina.api.content.ContentPart;
import officina.api.event.RunEvent;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.QuestionId;
import officina.api.plan.ExecutionPlan;
import officina.api.plan.PlanStep;
import officina.base.Uuids;
import officina.core.plan.PlanBuilder;
import officina.core.plan.PlanOutcome;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.AvailablePlugins;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.core.run.RunState;
import officina.orchestrator.RunContext;
import officina.orchestrator.RunModel;
import officina.orchestrator.local.internal.route.IntentRouter;
import officina.orchestrator.local.internal.route.IntentSplitter;
import officina.orchestrator.local.internal.route.Learned;
import officina.orchestrator.local.internal.route.Negation;
import officina.orchestrator.local.internal.route.Routing;
import org.jspecify.annotations.Nullable;

/**
 * The next work of one turn. Ids are derived from the run, and parts of the answer have fixed numbers, so that what is
 * done again after a crash is the same and not a second one.
 */
public final class Turn {

    /** An agent that asks more often than this goes in circles. */
    private static final int MAX_QUESTIONS = 10;

    private final AvailablePlugins plugins;
    private final IntentRouter router;
    private final Learned learned;
    private final RunContext context;
    private final PlanWork work;

    public Turn(AvailablePlugins plugins, IntentRouter router, Learned learned, RunContext context) {
        this.plugins = plugins;
        this.router = router;
        this.learned = learned;
        this.context = context;
        this.work = new PlanWork(context);
    }

    /** Works until the run waits for the person or has ended. */
    public void advance(RunState state) throws InterruptedException {
        context.checkCancelled();
        if (state.intents() != null) {
            new Several(plugins, context).advance(state.intents());
            return;
        }
        PlanState plan = state.plan();
        if (plan != null) {
            goOn(plan, List.of());
            return;
        }
        PluginId agent = state.agent();
        if (agent == null) {
            Optional<RunModel> model = context.model();
            if (model.isPresent()) {
                askModel(model.get());
                return;
            }
            agent = route();
        }
        if (agent != null) {
            ask(agent);
        }
    }

    /** The agent for the query; {@code null} when nobody fits, and then the run has ended with saying so. */
    private @Nullable PluginId route() throws InterruptedException {
        List<AgentEntry> entries = plugins.agents();
        List<AgentDescriptor> agents =
                entries.stream().map(AgentEntry::descriptor).toList();
        ChatRequest request = context.request();
        if (Negation.isAll(request.message().plainText())) {
            context.emit(List.of(
                    new RunEvent.AgentChosen(null, 0),
                    new RunEvent.PartWritten(0, new ContentPart.Text(Wording.LEFT_ALONE)),
                    new RunEvent.RunFinished(true, Wording.SMALL_TALK)));
            return null;
        }
        Map<PluginId, List<String>> titles = Titles.of(request.context().recentTasks(), entries);
        List<Intent> intents = intents(request, agents, titles);
        if (intents.stream().anyMatch(intent -> intent.agent() != null)) {
            context.emit(List.of(new RunEvent.IntentsFound(intents)));
            return null;
        }
        Routing routing = routed(request.message().plainText(), agents, titles);
        PluginId agent = Attached.agent(request, agents, routing.agent());
        RunEvent chosen = new RunEvent.AgentChosen(agent, routing.confidence());
        if (agent == null) {
            SmallTalk.Kind talk = SmallTalk.of(request.message().plainText());
            boolean beyond = talk == SmallTalk.Kind.NONE || agents.isEmpty();
            context.emit(List.of(
                    chosen,
                    new RunEvent.PartWritten(0, new ContentPart.Text(Wording.outOfScope(talk, agents))),
                    new RunEvent.RunFinished(true, beyond ? Wording.NOT_FOR_ANY_AGENT : Wording.SMALL_TALK)));
        } else {
            context.emit(List.of(chosen));
        }
        return agent;
    }

    /** Of a message that asks for several things each with its agent; none of any other. */
    private List<Intent> intents(ChatRequest request, List<AgentDescriptor> agents, Map<PluginId, List<String>> titles)
            throws InterruptedException {
        // nobody can say to which of them an attachment belongs
        List<String> wishes = request.attachments().isEmpty()
                ? IntentSplitter.split(request.message().plainText())
                : List.of();
        List<Intent> intents = new ArrayList<>();
        for (String wish : wishes.size() > 1 ? wishes : List.<String>of()) {
            Routing routing = routed(wish, agents, titles);
            intents.add(new Intent(wish, routing.agent(), routing.confidence()));
        }
        return intents;
    }

    private Routing routed(String text, List<AgentDescriptor> agents, Map<PluginId, List<String>> titles)
            throws InterruptedException {
        Routing said = learned.route(text, context.corrections(), agents, context.embedder());
        return said != null ? said : router.route(text, agents, titles, context.embedder());
    }

    private void ask(PluginId id) throws InterruptedException {
        AgentEntry entry = plugins.agent(id).orElseThrow(() -> Failures.agentMissing(id));
        AgentReply reply = AgentCall.handle(entry, context.request(), answers(), context);
        context.checkCancelled();
        AgentQuestion question = reply.question();
        if (question != null) {
            question(entry, question);
        } else if (reply.actions().isEmpty()) {
            answer(entry, reply.response());
        } else {
            propose(entry, reply);
        }
    }

    private List<String> answers() {
        return context.state().questions().stream()
                .map(QuestionState::answer)
                .filter(Objects::nonNull)
                .toList();
    }

    private void askModel(RunModel model) throws InterruptedException {
        ModelTurn.Proposal proposal = new ModelTurn(plugins, context).ask(model);
        if (!proposal.changes().isEmpty()) {
            context.checkCancelled();
            propose(proposal.author(), "The model " + model.title(), proposal.changes(), List.of(), List.of());
        }
    }

    private void question(AgentEntry entry, AgentQuestion question) {
        int asked = context.state().questions().size();
        if (asked >= MAX_QUESTIONS) {
            throw Failures.tooManyQuestions(entry, MAX_QUESTIONS);
        }
        QuestionId id = new QuestionId(Uuids.derived("question", run(), Integer.toString(asked)));
        context.emitAs(
                entry.plugin().id(), List.of(new RunEvent.QuestionAsked(id, question.text(), question.options())));
    }

    private void answer(AgentEntry entry, List<ContentPart> response) {
        boolean silent = response.isEmpty();
        List<ContentPart> parts =
                silent ? List.of(new ContentPart.Text(Wording.noAnswer(entry.descriptor()))) : response;
        context.emitAs(entry.plugin().id(), parts(0, parts));
        context.emit(List.of(new RunEvent.RunFinished(
                !silent, Wording.answered(entry.descriptor().name()))));
    }

    private void propose(AgentEntry entry, AgentReply reply) throws InterruptedException {
        // The agent's own words tell what will have been done; before it is, they would not be true.
        List<ContentPart> before =
                work.asksFirst() ? List.of(new ContentPart.Text(Wording.proposal(reply.remarks()))) : List.of();
        propose(
                entry.plugin().id(),
                "The agent \"" + entry.descriptor().name() + "\"",
                reply.actions(),
                before,
                reply.response());
    }

    /**
     * @param proposer as a sentence names it
     * @param before what is said first, where it was not said already
     * @param response what is said once all is done
     */
    private void propose(
            PluginId author,
            String proposer,
            List<PlanStep> actions,
            List<ContentPart> before,
            List<ContentPart> response)
            throws InterruptedException {
        PlanId id = new PlanId(Uuids.derived("plan", run()));
        ExecutionPlan plan =
                new PlanBuilder(id, Tally.toDo(actions), author).addAll(actions).build();
        work.check(plan, proposer);
        List<RunEvent> events = new ArrayList<>(parts(0, before));
        events.add(new RunEvent.PlanProposed(plan));
        if (work.asksFirst()) {
            events.add(work.approval(plan));
        }
        PlanState proposed = context.emitAs(author, events).plan();
        if (!work.asksFirst() && proposed != null) {
            goOn(proposed, response);
        }
    }

    /** @param response the agent's words for when all is done; none when they were lost in a crash or never wanted */
    private void goOn(PlanState plan, List<ContentPart> response) throws InterruptedException {
        switch (plan.decision()) {
            case NOT_ASKED -> {
                if (work.asksFirst()) {
                    context.emit(List.of(work.approval(plan.plan())));
                } else {
                    run(plan, response);
                }
            }
            case OPEN -> throw new IllegalStateException("the person has not decided yet");
            case GIVEN -> run(plan, response);
            case REFUSED -> finish(List.of(new ContentPart.Text(Wording.NOTHING_CHANGED)), false, Wording.REFUSED);
        }
    }

    private void run(PlanState plan, List<ContentPart> response) throws InterruptedException {
        PlanOutcome outcome = work.run(plan, before());
        if (outcome == null) {
            return;
        }
        if (outcome.failure() != null) {
            RunEvent failed = new RunEvent.RunFailed(outcome.failure());
            context.emit(ending(List.of(new ContentPart.Text(Wording.stopped(outcome))), failed));
        } else if (outcome.done().isEmpty()) {
            finish(List.of(new ContentPart.Text(Wording.NOTHING_CHANGED)), false, Wording.REFUSED);
        } else {
            boolean whole = outcome.skipped().isEmpty() && !response.isEmpty();
            List<ContentPart> parts = whole ? response : List.of(new ContentPart.Text(Wording.done(outcome)));
            finish(parts, true, Tally.done(context.state().changes(), outcome));
        }
    }

    private void finish(List<ContentPart> parts, boolean success, String summary) {
        context.emit(ending(parts, new RunEvent.RunFinished(success, summary)));
    }

    /** The last parts and the end; without the parts where a crash came between them and the end. */
    private List<RunEvent> ending(List<ContentPart> parts, RunEvent end) {
        int first = before() + work.told();
        List<RunEvent> events = new ArrayList<>();
        if (context.state().parts().size() <= first) {
            events.addAll(parts(first, parts));
        }
        events.add(end);
        return events;
    }

    /** Parts that are said before a plan runs: that it is proposed, or what a model has to say. */
    private int before() {
        return work.asksFirst() || context.state().agent() == null ? 1 : 0;
    }

    private static List<RunEvent> parts(int first, List<ContentPart> parts) {
        List<RunEvent> events = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            events.add(new RunEvent.PartWritten(first + i, parts.get(i)));
        }
        return events;
    }

    private String run() {
        return context.state().head().run().toString();
    }
}
