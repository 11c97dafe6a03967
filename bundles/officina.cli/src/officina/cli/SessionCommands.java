// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.List;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;
import officina.engine.Engine;
import officina.engine.RemovedSessions;
import officina.engine.TransferredSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code officina sessions ...}: conversations, and files of them. */
final class SessionCommands {

    private static final String ENDING = ".officina-session";

    private SessionCommands() {}

    @Command(name = "sessions", description = "Your conversations, and files of them.")
    static final class Group extends CommandGroup {}

    @Command(name = "list", description = "Conversations, the one in which something last happened first.")
    static final class ListSessions extends EngineCommand {

        @Option(names = "--search", paramLabel = "WORDS", description = "Only those in which all these words occur.")
        @Nullable
        String search;

        @Option(names = "--limit", paramLabel = "N", description = "At most so many; 50 without.")
        int limit = 50;

        ListSessions(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            int most = Math.clamp(limit, 1, SessionQuery.MAX_LIMIT);
            List<SessionSummary> sessions = engine.sessions().list(new SessionQuery(null, search, most));
            if (sessions.isEmpty()) {
                out.say(search == null ? "There are no conversations yet." : "Nothing was found.");
            }
            if (out.json()) {
                sessions.forEach(session -> out.print(JsonForms.session(session), ""));
            } else {
                out.table(sessions.stream()
                        .map(session -> List.of(
                                Ids.shown(session.id()),
                                Words.of(session.phase()),
                                Words.moment(session.updatedAt()),
                                session.info().title()))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    @Command(
            name = "export",
            description = "Write a conversation with all its events to a new file.",
            footer = {"", "The file is not encrypted: whoever can read it can read the conversation."})
    static final class Export extends EngineCommand {

        @Parameters(paramLabel = "SESSION", description = "The conversation, or the end of its identifier.")
        String session = "";

        @Option(
                names = "--to",
                paramLabel = "FILE",
                description = "The file. Without it: one in this folder that is named like the conversation.")
        @Nullable
        Path to;

        Export(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            SessionId id = id(engine, session);
            Path file =
                    (to == null ? Path.of(id + ENDING) : to).toAbsolutePath().normalize();
            TransferredSession done =
                    engine.sessions().exportTo(id, file, context().follow("Exporting"));
            out.print(
                    json(done).with("file", file),
                    "Exported \"" + done.title() + "\" (" + events(done) + ") to " + file
                            + "\nIt is not encrypted: whoever can read the file can read the conversation.");
            return ExitCode.OK;
        }
    }

    @Command(
            name = "import",
            description = "Bring in a conversation from a file that was exported here or elsewhere.",
            footer = {
                "",
                "The file is checked whole before anything changes. What the conversation tells to have been done to"
                        + " to-dos and the like is history: nothing of that is done again."
            })
    static final class Import extends EngineCommand {

        @Parameters(paramLabel = "FILE", description = "The file.")
        Path file = Path.of("");

        @Option(
                names = "--as-copy",
                description = "As another conversation with new identifiers, also where it is here already.")
        boolean asCopy;

        Import(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            TransferredSession done = engine.sessions()
                    .importFrom(
                            file.toAbsolutePath().normalize(), asCopy, context().follow("Importing"));
            out.print(
                    json(done),
                    "Imported \"" + done.title() + "\" (" + events(done) + ") as " + Ids.shown(done.session()));
            return ExitCode.OK;
        }
    }

    @Command(
            name = "delete",
            description = "Delete a conversation for ever, out of the files, too.",
            footer = {
                "",
                "What was done in it stays done: its to-dos and the like. Where it was renamed or imported, its title"
                        + " stays in the record of changes."
            })
    static final class Delete extends EngineCommand {

        @Parameters(paramLabel = "SESSION", description = "The conversation, or the end of its identifier.")
        String session = "";

        @Option(names = "--yes", required = true, description = "Yes, delete it. It cannot be brought back.")
        boolean yes;

        Delete(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            return removed(
                    engine.sessions().delete(id(engine, session), context().follow("Deleting")), out);
        }
    }

    @Command(
            name = "clean",
            description = "Delete the conversations that are not to be kept any longer, now.",
            footer = {
                "",
                "What is kept is said by the settings retention.sessions and retention.days; as they are at first,"
                        + " everything. Happens by itself a minute after the data folder was opened, and each hour after that."
            })
    static final class Clean extends EngineCommand {

        Clean(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            return removed(engine.sessions().clean(), out);
        }
    }

    private static ExitCode removed(RemovedSessions removed, Output out) {
        String what = removed.sessions() == 1 ? "1 conversation" : removed.sessions() + " conversations";
        out.print(
                JsonObject.EMPTY
                        .with("sessions", removed.sessions())
                        .with("events", removed.events())
                        .with("bytes", removed.bytes()),
                removed.sessions() == 0
                        ? "Nothing was to be deleted."
                        : "Deleted " + what + ": " + removed.events() + " events, " + removed.bytes() / 1024
                                + " KiB of the journal.");
        return ExitCode.OK;
    }

    private static JsonObject json(TransferredSession done) {
        return JsonObject.EMPTY
                .with("session", done.session())
                .with("title", done.title())
                .with("events", done.events());
    }

    private static String events(TransferredSession done) {
        return done.events() + (done.events() == 1 ? " event" : " events");
    }

    static SessionId id(Engine engine, String wanted) {
        return Ids.find(wanted, engine.sessions().list(SessionQuery.ALL), SessionSummary::id, "conversation")
                .id();
    }
}
