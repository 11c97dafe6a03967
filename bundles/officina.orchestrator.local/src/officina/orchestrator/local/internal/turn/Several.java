// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import officina.api.agent.AgentQuestion;
import officina.api.agent.AgentReply;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.Intent;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.FailureException;
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
import officina.core.run.IntentsState;
import officina.core.run.PlanState;
import officina.core.run.QuestionState;
import officina.orchestrator.RunContext;
import officina.orchestrator.local.internal.route.Negation;

/**
 * The work of a turn that asks for several things. In direct mode each is done before the next is begun, so that the next
 * finds what it changed; in plan mode what can be answered is answered, and all changes are one plan. What nobody can do is
 * said and stops nothing; a step that fails stops the rest, which may build on it. All it knows is the run's state: an
 * answer has its place in the response from {@link RunEvent.IntentBegun}, a plan its id from its number.
 */
final class Several {

    private static final int MAX_QUESTIONS = 10;

    private final AvailablePlugins plugins;
    private final RunContext context;
    private final PlanWork work;

    Several(AvailablePlugins plugins, RunContext context) {
        this.plugins = plugins;
        this.context = context;
        this.work = new PlanWork(context);
    }

    /** Works until the run waits for the person or has ended. */
    void advance(IntentsState intents) throws InterruptedException {
        try {
            if (work.asksFirst()) {
                planned(intents);
            } else {
                direct(intents);
            }
        } catch (FailureException e) {
            if (!e.failure().isStorageTrouble()) {
                try {
                    mentionRest();
                } catch (FailureException alsoFailed) {
                    e.addSuppressed(alsoFailed);
                }
            }
            throw e;
        }
    }

    private void direct(IntentsState intents) throws InterruptedException {
        for (int at = Math.max(0, intents.current()); at < intents.all().size(); at++) {
            PlanState plan = context.state().plan();
            boolean goesOn = plan != null
                    ? carryOut(at, plan, List.of())
                    : done(at, intents.all().get(at));
            if (!goesOn) {
                return;
            }
        }
        Set<PluginId> agents = new LinkedHashSet<>();
        intents.all().forEach(intent -> add(intent, agents));
        context.emit(List.of(new RunEvent.RunFinished(true, summary(agents))));
    }

    /** Whether the next can be begun; else the run waits, or has ended. */
    private boolean done(int at, Intent intent) throws InterruptedException {
        int part = begin(at, context.state().parts().size());
        AgentReply reply = asked(at, intent);
        PluginId agent = intent.agent();
        if (agent == null || reply.actions().isEmpty()) {
            return reply.question() == null && said(part, intent, reply) > 0;
        }
        AgentEntry entry = entry(agent);
        ExecutionPlan plan = new PlanBuilder(planId(at), Tally.toDo(reply.actions()), agent)
                .asPart(at + 1)
                .addAll(agent, reply.actions())
                .build();
        work.check(plan, proposer(entry));
        PlanState proposed =
                context.emitAs(agent, List.of(new RunEvent.PlanProposed(plan))).plan();
        return carryOut(at, Objects.requireNonNull(proposed, "a plan just proposed"), reply.response());
    }

    private boolean carryOut(int at, PlanState plan, List<ContentPart> response) throws InterruptedException {
        IntentsState intents = intents();
        if (!plan.plan().id().equals(planId(at))) {
            // of one before, which is done
            return done(at, intents.all().get(at));
        }
        int part = intents.parts().get(at);
        PlanOutcome outcome = work.run(plan, intents.parts().get(at));
        if (outcome == null) {
            return false;
        }
        part += work.told();
        List<RunEvent> events = new ArrayList<>();
        if (outcome.failure() != null) {
            List<String> rest = rest(intents);
            write(part, List.of(new ContentPart.Text(Wording.stopped(outcome))), events);
            if (!rest.isEmpty()) {
                write(part + 1, List.of(new ContentPart.Text(Wording.notTried(rest))), events);
            }
            events.add(new RunEvent.RunFailed(outcome.failure()));
        } else if (context.state().parts().size() <= part) {
            boolean lost = response.isEmpty();
            write(part, lost ? List.of(new ContentPart.Text(Wording.done(outcome))) : response, events);
        }
        if (!events.isEmpty()) {
            context.emit(events);
        }
        return outcome.failure() == null;
    }

    private void planned(IntentsState intents) throws InterruptedException {
        PlanState plan = context.state().plan();
        if (plan == null) {
            propose(intents);
            return;
        }
        switch (plan.decision()) {
            case NOT_ASKED -> context.emit(List.of(work.approval(plan.plan())));
            case OPEN -> throw new IllegalStateException("the person has not decided yet");
            case GIVEN -> {
                int part = intents.parts().getLast();
                PlanOutcome outcome = work.run(plan, part);
                if (outcome != null) {
                    ended(outcome, part + work.told());
                }
            }
            case REFUSED ->
                end(
                        Wording.NOTHING_CHANGED,
                        intents.parts().getLast(),
                        new RunEvent.RunFinished(false, Wording.REFUSED));
        }
    }

    /** What is asked is answered, and what is to be done is proposed at once; after a question all is asked again. */
    private void propose(IntentsState intents) throws InterruptedException {
        List<Proposal> proposals = new ArrayList<>();
        Set<PluginId> answering = new LinkedHashSet<>();
        int part = 0;
        for (int at = 0; at < intents.all().size(); at++) {
            Intent intent = intents.all().get(at);
            List<Integer> places = intents().parts();
            boolean answered =
                    at + 1 < Math.min(places.size(), intents.all().size()) && places.get(at + 1) > places.get(at);
            if (answered) {
                part = places.get(at + 1);
                add(intent, answering);
                continue;
            }
            part = begin(at, part);
            AgentReply reply = asked(at, intent);
            if (reply.question() != null) {
                return;
            }
            PluginId agent = intent.agent();
            if (agent != null && !reply.actions().isEmpty()) {
                proposals.add(new Proposal(agent, reply));
            } else {
                part += said(part, intent, reply);
                add(intent, answering);
            }
        }
        if (proposals.isEmpty()) {
            context.emit(List.of(new RunEvent.RunFinished(true, summary(answering))));
        } else {
            propose(proposals, part);
        }
    }

    private static void add(Intent intent, Set<PluginId> agents) {
        if (intent.agent() != null) {
            agents.add(intent.agent());
        }
    }

    /** What one agent would do. */
    private record Proposal(PluginId agent, AgentReply reply) {}

    private void propose(List<Proposal> proposals, int part) {
        List<PlanStep> all = proposals.stream()
                .flatMap(each -> each.reply().actions().stream())
                .toList();
        PluginId author = proposals.getFirst().agent();
        PlanBuilder builder = new PlanBuilder(planId(0), Tally.toDo(all), author);
        List<String> remarks = new ArrayList<>();
        for (Proposal each : proposals) {
            // by itself first, so that no step can refer to one of another agent
            work.check(
                    new PlanBuilder(planId(0), Tally.toDo(each.reply().actions()), each.agent())
                            .addAll(each.reply().actions())
                            .build(),
                    proposer(entry(each.agent())));
            builder.addAll(each.agent(), each.reply().actions());
            if (!each.reply().remarks().isBlank()) {
                remarks.add(each.reply().remarks().strip());
            }
        }
        ExecutionPlan plan = builder.build();
        work.check(plan, "What the agents proposed together");
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.IntentBegun(intents().all().size(), part + 1));
        write(part, List.of(new ContentPart.Text(Wording.proposal(String.join("\n\n", remarks)))), events);
        events.add(new RunEvent.PlanProposed(plan));
        events.add(work.approval(plan));
        context.emitAs(author, events);
    }

    private void ended(PlanOutcome outcome, int part) {
        if (outcome.failure() != null) {
            end(Wording.stopped(outcome), part, new RunEvent.RunFailed(outcome.failure()));
        } else if (outcome.done().isEmpty()) {
            end(Wording.NOTHING_CHANGED, part, new RunEvent.RunFinished(false, Wording.REFUSED));
        } else {
            String summary = Tally.done(context.state().changes(), outcome);
            end(Wording.done(outcome), part, new RunEvent.RunFinished(true, summary));
        }
    }

    /** The last words and the end. */
    private void end(String text, int part, RunEvent end) {
        context.emit(List.of(new RunEvent.PartWritten(part, new ContentPart.Text(text)), end));
    }

    /** What the agent says; an empty reply where there is no agent, or where it asked the person. */
    private AgentReply asked(int at, Intent intent) throws InterruptedException {
        context.checkCancelled();
        PluginId agent = intent.agent();
        if (agent == null || Negation.isAll(intent.text())) {
            String text = agent == null ? Wording.notThis(intent.text()) : Wording.LEFT_ALONE;
            return AgentReply.answer(text);
        }
        AgentEntry entry = entry(agent);
        List<QuestionState> before = questions(at);
        List<String> answers = before.stream()
                .map(QuestionState::answer)
                .filter(Objects::nonNull)
                .toList();
        AgentReply reply = AgentCall.handle(entry, request(at, intent), answers, context);
        context.checkCancelled();
        AgentQuestion question = reply.question();
        if (question != null) {
            if (before.size() == MAX_QUESTIONS) {
                throw Failures.tooManyQuestions(entry, MAX_QUESTIONS);
            }
            context.emitAs(
                    agent,
                    List.of(new RunEvent.QuestionAsked(
                            questionId(at, before.size()), question.text(), question.options())));
        }
        return reply;
    }

    /** How many parts were written. */
    private int said(int part, Intent intent, AgentReply reply) {
        PluginId agent = intent.agent();
        List<ContentPart> parts = reply.response();
        if (parts.isEmpty() && agent != null) {
            parts = List.of(new ContentPart.Text(Wording.noAnswer(entry(agent).descriptor())));
        }
        List<RunEvent> events = new ArrayList<>();
        write(part, parts, events);
        context.emitAs(agent == null ? PluginId.OFFICINA : agent, events);
        return parts.size();
    }

    /** The message as if it asked for this alone, after what was said to the things before. */
    private ChatRequest request(int at, Intent intent) {
        ChatRequest whole = context.request();
        ChatContext around = whole.context();
        List<Message> history = new ArrayList<>(around.conversationHistory());
        IntentsState intents = intents();
        for (int before = 0; before < at; before++) {
            history.add(Message.text(MessageRole.USER, intents.all().get(before).text()));
            List<ContentPart> answer = context.state()
                    .parts()
                    .subList(intents.parts().get(before), intents.parts().get(before + 1));
            if (!answer.isEmpty()) {
                history.add(new Message(MessageRole.ASSISTANT, answer));
            }
        }
        return new ChatRequest(
                Message.text(MessageRole.USER, intent.text()),
                whole.project(),
                whole.mode(),
                whole.persona(),
                new ChatContext(around.userProfile(), around.relevantDocuments(), around.recentTasks(), history));
    }

    /** Says what an end that comes too early leaves out. */
    private void mentionRest() {
        List<String> rest = rest(intents());
        boolean proposed = work.asksFirst() && context.state().plan() != null;
        List<ContentPart> parts = context.state().parts();
        ContentPart mention = new ContentPart.Text(Wording.notTried(rest));
        boolean told = !parts.isEmpty() && parts.getLast().equals(mention);
        if (!rest.isEmpty() && !proposed && !told) {
            context.emit(List.of(new RunEvent.PartWritten(parts.size(), mention)));
        }
    }

    private static List<String> rest(IntentsState intents) {
        return intents.all().stream()
                .skip(intents.current() + 1L)
                .map(Intent::text)
                .toList();
    }

    private String summary(Set<PluginId> agents) {
        String changed = Tally.changed(context.state().changes());
        return changed.isEmpty()
                ? Wording.answered(String.join(
                        ", ",
                        agents.stream()
                                .map(each -> entry(each).descriptor().name())
                                .toList()))
                : changed;
    }

    private int begin(int at, int part) {
        context.emit(List.of(new RunEvent.IntentBegun(at, part)));
        return intents().parts().get(at);
    }

    private static void write(int first, List<ContentPart> parts, List<RunEvent> events) {
        for (int i = 0; i < parts.size(); i++) {
            events.add(new RunEvent.PartWritten(first + i, parts.get(i)));
        }
    }

    private List<QuestionState> questions(int at) {
        return context.state().questions().stream()
                .filter(question -> isOf(at, question.id()))
                .toList();
    }

    private boolean isOf(int at, QuestionId question) {
        for (int number = 0; number < MAX_QUESTIONS; number++) {
            if (question.equals(questionId(at, number))) {
                return true;
            }
        }
        return false;
    }

    private QuestionId questionId(int at, int number) {
        return new QuestionId(Uuids.derived("question", run(), Integer.toString(at), Integer.toString(number)));
    }

    private PlanId planId(int at) {
        return new PlanId(Uuids.derived("plan", run(), Integer.toString(at)));
    }

    private AgentEntry entry(PluginId agent) {
        return plugins.agent(agent).orElseThrow(() -> Failures.agentMissing(agent));
    }

    private static String proposer(AgentEntry entry) {
        return "The agent \"" + entry.descriptor().name() + "\"";
    }

    private IntentsState intents() {
        return Objects.requireNonNull(context.state().intents(), "a turn of several things has them in its state");
    }

    private String run() {
        return context.state().head().run().toString();
    }
}
