// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import officina.core.run.RunPhase;
import officina.core.run.SessionSummary;
import officina.engine.RemovedSessions;
import officina.engine.TransferredSession;

/** Conversations as JSON, and what was done with them. */
final class SessionForms {

    /** A conversation and the file it went to. */
    record InFile(TransferredSession session, Path file) {}

    static final JsonForm<SessionSummary> SESSION = JsonForm.<SessionSummary>of("conversation", "A conversation.")
            .with("session", JsonKind.IDENTIFIER, "Its identifier.", SessionSummary::id)
            .with(
                    "title",
                    JsonKind.TEXT,
                    "For people.",
                    session -> session.info().title())
            .with(
                    "project",
                    JsonKind.IDENTIFIER,
                    "The project it belongs to.",
                    session -> session.info().project())
            .with(
                    "phase",
                    JsonKind.oneOf(RunPhase.class),
                    "Of the run that waits for the person, else of one at work, else of the newest; `new` where there is none.",
                    SessionSummary::phase)
            .with("runs", JsonKind.NUMBER, "How many turns it has.", SessionSummary::runs)
            .with("updatedAt", JsonKind.MOMENT, "When something last happened in it.", SessionSummary::updatedAt);

    static final JsonForm<TransferredSession> IMPORTED = JsonForm.<TransferredSession>of(
                    "imported conversation", "A conversation that came out of a file.")
            .with("session", JsonKind.IDENTIFIER, "Its identifier here.", TransferredSession::session)
            .with("title", JsonKind.TEXT, "For people.", TransferredSession::title)
            .with("events", JsonKind.NUMBER, "How many events the file holds.", TransferredSession::events);

    static final JsonForm<InFile> EXPORTED = IMPORTED.<InFile>begins(
                    "exported conversation", "A conversation that went into a file.", InFile::session)
            .with("file", JsonKind.PATH, "The file.", InFile::file);

    static final JsonForm<RemovedSessions> REMOVED = JsonForm.<RemovedSessions>of(
                    "deleted conversations", "What came of deleting.")
            .with("sessions", JsonKind.NUMBER, "How many conversations were deleted.", RemovedSessions::sessions)
            .with("events", JsonKind.NUMBER, "How many events are gone with them.", RemovedSessions::events)
            .with("bytes", JsonKind.NUMBER, "How much shorter the journal's files are.", RemovedSessions::bytes);

    private SessionForms() {}
}
