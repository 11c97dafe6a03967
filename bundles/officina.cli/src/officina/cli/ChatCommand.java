// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.Locale;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.SessionId;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;
import officina.engine.Engine;
import officina.engine.RunRef;
import officina.engine.TurnRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code officina chat}: one message, and what comes of it. */
@Command(
        name = "chat",
        description = "Say what you would like to have done, and get the answer or the plan.",
        footer = {
            "",
            "Without words, or with -, the message is read from standard input.",
            "Example: officina chat \"Remind me to renew the passport by 12 December\" --mode direct"
        })
final class ChatCommand extends EngineCommand {

    /** Lower-case names, as people type them. */
    enum Mode {
        direct,
        plan
    }

    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "The message.")
    List<String> words = List.of();

    @Option(names = "--mode", description = "direct: carry it out at once. plan: propose first. Without: as set.")
    @Nullable
    Mode mode;

    @Option(names = "--session", paramLabel = "ID", description = "Go on with this conversation.")
    @Nullable
    String session;

    @Option(names = "--project", paramLabel = "PROJECT", description = "What a new conversation belongs to.")
    @Nullable
    String project;

    @Option(names = "--persona", paramLabel = "NAME", description = "The persona that answers.")
    @Nullable
    String persona;

    @Option(
            names = "--events",
            description = "Print every event of the run as soon as it is safe on the disk, one JSON value a line.")
    boolean events;

    ChatCommand(CommandContext context) {
        super(context);
    }

    @Override
    ExitCode run(Engine engine, Output out) throws InterruptedException {
        boolean fromInput = words.isEmpty() || words.equals(List.of("-"));
        String text = fromInput ? Inputs.text(context().terminal().in()) : Inputs.word(String.join(" ", words));
        RunRef run = engine.runs()
                .start(new TurnRequest(
                        sessionId(engine),
                        project == null
                                ? null
                                : ProjectCommands.find(engine, project).id(),
                        mode == null ? null : ExecutionMode.valueOf(mode.name().toUpperCase(Locale.ROOT)),
                        persona,
                        Message.text(MessageRole.USER, text.strip())));
        if (events) {
            return EventPrinter.follow(engine, run, out);
        }
        return RunPrinter.print(engine.runs().await(run.run()), out);
    }

    private @Nullable SessionId sessionId(Engine engine) {
        return session == null
                ? null
                : Ids.find(session, engine.sessions().list(SessionQuery.ALL), SessionSummary::id, "conversation")
                        .id();
    }
}
