// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import officina.api.id.RecordId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.language.LanguageContext;
import officina.api.mail.MailMessage;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.plan.PlanText;
import officina.api.record.Priority;
import officina.api.record.RecordKind;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;

/** The to-dos of a round, as steps that the person may agree to. */
final class Proposal {

    private static final Pattern MARKDOWN = Pattern.compile("([\\\\`*_{}\\[\\]<>()#+!|~&-])");

    private final RecordId project;
    private final LanguageContext language;
    private final List<PlanStep> steps = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Proposal(RecordId project, LanguageContext language) {
        this.project = project;
        this.language = language;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    int size() {
        return steps.size();
    }

    /** Nothing is proposed twice in a round. */
    void add(Wish wish, MailMessage message) {
        if (!known.add(wish.title().toLowerCase(Locale.ROOT) + " " + wish.due())) {
            return;
        }
        String from = message.from().isEmpty() ? "somebody" : message.from();
        Todo todo = new Todo(
                project,
                wish.title(),
                "From the mail of " + from + " of " + day(LocalDate.ofInstant(message.received(), language.zone()))
                        + (message.subject().isEmpty() ? "." : ": " + message.subject()),
                wish.priority(),
                TodoStatus.OPEN,
                wish.due(),
                wish.dueTime(),
                List.of(),
                null);
        String details = (wish.due() == null ? "" : ", due " + day(wish.due()))
                + (wish.priority() == Priority.MEDIUM
                        ? ""
                        : ", " + wish.priority().name().toLowerCase(Locale.ROOT) + " priority");
        steps.add(new PlanStep.Action(
                new StepId("step-" + (steps.size() + 1)),
                "Add to-do \"" + wish.title() + "\"" + details + " (mail of " + from + ")",
                PlanAction.CREATE_RECORD,
                PlanText.literal(
                        JsonObject.EMPTY.with("kind", RecordKind.TODO.name()).with("fields", todo.fields())),
                "Added **" + MARKDOWN.matcher(wish.title()).replaceAll("\\\\$1") + "**" + details + "."));
    }

    private String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language.locale()));
    }

    String title() {
        return steps.size() == 1 ? "1 to-do from your mail" : steps.size() + " to-dos from your mail";
    }

    String words() {
        return "Somebody asks you for this in your mail, as far as can be told from the words. Nothing is added before you"
                + " agree; leave out what is none.";
    }

    List<PlanStep> steps() {
        return List.copyOf(steps);
    }
}
