package ${package};

import java.util.ArrayList;
import java.util.List;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;
import officina.api.id.RecordId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.Priority;
import officina.api.record.RecordKind;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.osgi.service.component.annotations.Component;

/** Proposes a to-do for each thing that is listed behind a colon. */
@Component(service = ChatAgent.class)
public final class ChecklistAgent implements ChatAgent {

    @Override
    public AgentReply handle(ChatRequest request, AgentContext context) {
        String words = request.message().plainText();
        int colon = words.indexOf(':');
        // asked again with the answer, the agent goes the same way and takes it
        String listed = colon >= 0 ? words.substring(colon + 1) : String.join(",", context.answers());
        List<PlanStep> steps = new ArrayList<>();
        for (String thing : listed.split(",")) {
            if (!thing.isBlank()) {
                steps.add(add(new StepId("item-" + (steps.size() + 1)), thing.strip(), context.project()));
            }
        }
        return steps.isEmpty()
                ? AgentReply.ask("What belongs on the list? Separate the things with commas.", List.of())
                : AgentReply.act("Added " + steps.size() + " things to your to-dos.", steps);
    }

    private static PlanStep add(StepId id, String title, RecordId project) {
        Todo todo = new Todo(project, title, "", Priority.MEDIUM, TodoStatus.OPEN, null, null, List.of(), null);
        return new PlanStep.Action(
                id,
                "Add to-do \"" + title + "\"",
                PlanAction.CREATE_RECORD,
                JsonObject.EMPTY.with("kind", RecordKind.TODO.name()).with("fields", todo.fields()),
                "Added **" + title + "**.");
    }
}
