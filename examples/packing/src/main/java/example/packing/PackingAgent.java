// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.packing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;
import officina.api.id.RecordId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.language.Entity;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.Priority;
import officina.api.record.RecordKind;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Makes packing lists: asks what it has to know, then proposes a to-do for each thing to pack. */
@Component(service = ChatAgent.class)
public final class PackingAgent implements ChatAgent {

    private static final int MOST_DAYS = 60;
    private static final List<String> DAYS = List.of("2 days", "4 days", "1 week");
    private static final List<String> WEATHER = List.of("Warm", "Cold");

    @Override
    public AgentReply handle(ChatRequest request, AgentContext context) {
        String words = request.message().plainText();
        // asked again with each answer, the agent goes the same way and takes the answers in order
        Iterator<String> answers = context.answers().iterator();

        int days = days(words, context);
        if (days == 0 && !answers.hasNext()) {
            return AgentReply.ask("For how many days?", DAYS);
        }
        days = days == 0 ? days(answers.next(), context) : days;
        if (days < 1 || days > MOST_DAYS) {
            return AgentReply.answer("I make lists for 1 to %d days. Nothing was changed.".formatted(MOST_DAYS));
        }

        Weather weather = Weather.in(words);
        if (weather == null && !answers.hasNext()) {
            return AgentReply.ask("What will the weather be like?", WEATHER);
        }
        weather = weather == null ? Weather.in(answers.next()) : weather;
        return propose(PackingList.of(days, weather), weather, context.project());
    }

    private static AgentReply propose(List<String> things, @Nullable Weather weather, RecordId project) {
        List<PlanStep> steps = new ArrayList<>();
        for (String thing : things) {
            steps.add(add(new StepId("pack-" + (steps.size() + 1)), "Pack " + thing, project));
        }
        String said = "Added %d things to pack: %s.".formatted(things.size(), String.join(", ", things));
        String remark = weather == null ? "I know only warm and cold, so the list is for both." : "";
        return AgentReply.act((said + " " + remark).strip(), steps).remarking(remark);
    }

    /** A step that adds a to-do: what happens, what is true then, and the record to create. */
    private static PlanStep add(StepId id, String title, RecordId project) {
        Todo todo = new Todo(project, title, "", Priority.MEDIUM, TodoStatus.OPEN, null, null, List.of(), null);
        return new PlanStep.Action(
                id,
                "Add to-do \"" + title + "\"",
                PlanAction.CREATE_RECORD,
                JsonObject.EMPTY.with("kind", RecordKind.TODO.name()).with("fields", todo.fields()),
                "Added **" + title + "**.");
    }

    /** How many days some words speak of; 0 for none. */
    private static int days(String words, AgentContext context) {
        for (Entity.Quantity quantity :
                context.entities().extract(words, context.language()).of(Entity.Quantity.class)) {
            int amount = quantity.amount().min(BigDecimal.valueOf(1_000)).intValue();
            switch (quantity.unit()) {
                case "day", "" -> {
                    return amount;
                }
                case "week" -> {
                    return 7 * amount;
                }
                default -> {}
            }
        }
        return 0;
    }
}
