// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.cli.Syntax.Printed;
import officina.core.run.RunState;
import officina.engine.AttachedFile;
import officina.engine.Engine;
import officina.engine.RunRef;
import officina.engine.TurnRequest;
import org.jspecify.annotations.Nullable;

/** {@code officina chat}: one message, and what comes of it. */
final class ChatCommand extends EngineCommand {

    /** Lower-case names, as people type them. */
    enum Mode {
        direct,
        plan
    }

    private final Given<List<String>> words = syntax.words(0, "WORDS", "The message.");

    private final Given<@Nullable Mode> mode = syntax.choice(
            "--mode", "direct: carry it out at once. plan: propose first. Without: as set.", Mode.class, null);

    private final Given<@Nullable String> session = syntax.text("--session", "ID", "Go on with this conversation.");

    private final Given<List<Path>> attached = syntax.files(
            "--attach",
            "FILE",
            "Ask about this file: text, Markdown, PDF, Word or source code. Again for more. It stays where it is.");

    private final Given<@Nullable String> project =
            syntax.text("--project", "PROJECT", "What a new conversation belongs to.");

    private final Given<@Nullable String> persona = syntax.text("--persona", "NAME", "The persona that answers.");

    private final Given<Boolean> events = syntax.flag(
            "--events", "Print every event of the run as soon as it is safe on the disk, one JSON value a line.");

    private final Printed<RunState> answer = syntax.prints(RunForms.RUN, "without `--events`");

    private final Printed<EventEnvelope> event = syntax.prints(RunForms.EVENT, "for each with `--events`");

    ChatCommand(CommandContext context) {
        super(
                context,
                "Say what you would like to have done, and get the answer or the plan.",
                "",
                "Without words, or with -, the message is read from standard input.",
                "Example: officina chat \"Remind me to renew the passport by 12 December\" --mode direct");
    }

    @Override
    ExitCode run(Engine engine, Output out) throws InterruptedException {
        boolean fromInput = words.value().isEmpty() && attached.value().isEmpty()
                || words.value().equals(List.of("-"));
        String text = fromInput ? Inputs.text(context().terminal().in()) : Inputs.word(String.join(" ", words.value()));
        List<ContentPart> parts = new ArrayList<>();
        if (!text.isBlank()) {
            parts.add(new ContentPart.Text(text.strip()));
        }
        attached.value().forEach(file -> parts.add(AttachedFile.part(file)));
        String belongsTo = project.value();
        Mode how = mode.value();
        RunRef run = engine.runs()
                .start(new TurnRequest(
                        sessionId(engine),
                        belongsTo == null
                                ? null
                                : ProjectCommands.find(engine, belongsTo).id(),
                        how == null ? null : ExecutionMode.valueOf(how.name().toUpperCase(Locale.ROOT)),
                        persona.value(),
                        new Message(MessageRole.USER, parts)));
        if (events.value()) {
            return EventPrinter.follow(engine, run, event, out);
        }
        return RunPrinter.print(engine.runs().await(run.run()), answer, out);
    }

    private @Nullable SessionId sessionId(Engine engine) {
        String wanted = session.value();
        return wanted == null ? null : ModelForms.conversation(engine, wanted);
    }
}
