// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.List;
import officina.api.id.SessionId;
import officina.cli.Syntax.Printed;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;
import officina.engine.Engine;
import officina.engine.RemovedSessions;
import officina.engine.TransferredSession;
import org.jspecify.annotations.Nullable;

/** {@code officina sessions ...}: conversations, and files of them. */
final class SessionCommands {

    private static final String ENDING = ".officina-session";

    private SessionCommands() {}

    static final class ListSessions extends EngineCommand {

        private final Given<@Nullable String> search =
                syntax.text("--search", "WORDS", "Only those in which all these words occur.");

        private final Given<Integer> limit = syntax.number("--limit", "N", "At most so many; 50 without.", 50);

        private final Printed<SessionSummary> listed = syntax.prints(SessionForms.SESSION, Syntax.EACH);

        ListSessions(CommandContext context) {
            super(context, "Conversations, the one in which something last happened first.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            int most = Math.clamp(limit.value(), 1, SessionQuery.MAX_LIMIT);
            List<SessionSummary> sessions = engine.sessions().list(new SessionQuery(null, search.value(), most));
            if (sessions.isEmpty()) {
                out.say(search.value() == null ? "There are no conversations yet." : "Nothing was found.");
            }
            if (out.json()) {
                sessions.forEach(session -> out.print(listed, session, ""));
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

    static final class Export extends EngineCommand {

        private final Given<String> session = syntax.word("SESSION", "The conversation, or the end of its identifier.");

        private final Given<@Nullable Path> to = syntax.path(
                "--to", "FILE", "The file. Without it: one in this folder that is named like the conversation.");

        private final Printed<SessionForms.InFile> exported = syntax.prints(SessionForms.EXPORTED);

        Export(CommandContext context) {
            super(
                    context,
                    "Write a conversation with all its events to a new file.",
                    "",
                    "The file is not encrypted: whoever can read it can read the conversation.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            SessionId id = id(engine, session.value());
            Path chosen = to.value();
            Path file = (chosen == null ? Path.of(id + ENDING) : chosen)
                    .toAbsolutePath()
                    .normalize();
            TransferredSession done =
                    engine.sessions().exportTo(id, file, context().follow("Exporting"));
            out.print(
                    exported,
                    new SessionForms.InFile(done, file),
                    "Exported \"" + done.title() + "\" (" + events(done) + ") to " + file
                            + "\nIt is not encrypted: whoever can read the file can read the conversation.");
            return ExitCode.OK;
        }
    }

    static final class Import extends EngineCommand {

        private final Given<Path> file = syntax.file("FILE", "The file.");

        private final Given<Boolean> asCopy = syntax.flag(
                "--as-copy", "As another conversation with new identifiers, also where it is here already.");

        private final Printed<TransferredSession> imported = syntax.prints(SessionForms.IMPORTED);

        Import(CommandContext context) {
            super(
                    context,
                    "Bring in a conversation from a file that was exported here or elsewhere.",
                    "",
                    "The file is checked whole before anything changes. What the conversation tells to have been done to"
                            + " to-dos and the like is history: nothing of that is done again.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            TransferredSession done = engine.sessions()
                    .importFrom(
                            file.value().toAbsolutePath().normalize(),
                            asCopy.value(),
                            context().follow("Importing"));
            out.print(
                    imported,
                    done,
                    "Imported \"" + done.title() + "\" (" + events(done) + ") as " + Ids.shown(done.session()));
            return ExitCode.OK;
        }
    }

    static final class Delete extends EngineCommand {

        private final Given<String> session = syntax.word("SESSION", "The conversation, or the end of its identifier.");

        private final Printed<RemovedSessions> deleted = syntax.prints(SessionForms.REMOVED);

        Delete(CommandContext context) {
            super(
                    context,
                    "Delete a conversation for ever, out of the files, too.",
                    "",
                    "What was done in it stays done: its to-dos and the like. Where it was renamed or imported, its title"
                            + " stays in the record of changes.");
            syntax.consent("--yes", "Yes, delete it. It cannot be brought back.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            return removed(
                    engine.sessions()
                            .delete(id(engine, session.value()), context().follow("Deleting")),
                    deleted,
                    out);
        }
    }

    static final class Clean extends EngineCommand {

        private final Printed<RemovedSessions> deleted = syntax.prints(SessionForms.REMOVED);

        Clean(CommandContext context) {
            super(
                    context,
                    "Delete the conversations that are not to be kept any longer, now.",
                    "",
                    "What is kept is said by the settings retention.sessions and retention.days; as they are at first,"
                            + " everything. Happens by itself a minute after the data folder was opened, and each hour after that.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            return removed(engine.sessions().clean(context().follow("Deleting")), deleted, out);
        }
    }

    private static ExitCode removed(RemovedSessions removed, Printed<RemovedSessions> as, Output out) {
        String what = removed.sessions() == 1 ? "1 conversation" : removed.sessions() + " conversations";
        out.print(
                as,
                removed,
                removed.sessions() == 0
                        ? "Nothing was to be deleted."
                        : "Deleted " + what + ": " + removed.events() + " events, " + removed.bytes() / 1024
                                + " KiB of the journal.");
        return ExitCode.OK;
    }

    private static String events(TransferredSession done) {
        return done.events() + (done.events() == 1 ? " event" : " events");
    }

    static SessionId id(Engine engine, String wanted) {
        return Ids.find(wanted, engine.sessions().list(SessionQuery.ALL), SessionSummary::id, "conversation")
                .id();
    }
}
