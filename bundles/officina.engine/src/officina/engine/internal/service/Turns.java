// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonText;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.Uuids;
import officina.core.run.SessionSummary;
import officina.core.settings.SettingsCatalog;
import officina.engine.AttachedFile;
import officina.engine.TurnRequest;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.run.ChatContexts;
import officina.store.Store;
import org.jspecify.annotations.Nullable;

/** Makes the first events of a turn out of what a view sends. */
final class Turns {

    private static final int TITLE_LENGTH = 80;

    private final Store store;
    private final RecordWriter writer;
    private final SettingsStore settings;
    private final ChatContexts contexts;
    private final InstantSource clock;
    private final RecordId standardProject;

    Turns(
            Store store,
            RecordWriter writer,
            SettingsStore settings,
            ChatContexts contexts,
            InstantSource clock,
            RecordId standardProject) {
        this.store = store;
        this.writer = writer;
        this.settings = settings;
        this.contexts = contexts;
        this.clock = clock;
        this.standardProject = standardProject;
    }

    /**
     * Writes the turn's beginning, and its session's where that is new; durable on return.
     *
     * @param agent whom the person wants to answer it; {@code null} for whoever is found
     */
    RunAddress begin(TurnRequest turn, @Nullable PluginId agent) {
        String text = checkedText(turn.message());
        Optional<SessionSummary> session = session(turn.session());
        RecordId project = project(turn, session);
        SessionId id = session.map(SessionSummary::id).orElseGet(() -> new SessionId(Uuids.next(clock)));
        RunAddress address = new RunAddress(id, new RunId(Uuids.next(clock)), Origin.USER);
        ChatRequest request = new ChatRequest(
                turn.message(),
                project,
                mode(turn, project),
                turn.persona(),
                new ChatContext(contexts.profile(), List.of(), List.of(), List.of()));
        String title = title(text, turn.message());
        String model = turn.model();
        writer.write(address, changes -> {
            changes.require(RecordKind.PROJECT, project);
            changes.add(new RunEvent.RunStarted(RunKind.TURN, title, null, request));
            if (agent != null) {
                changes.add(new RunEvent.AgentChosen(agent, 1));
            }
            if (session.isEmpty()) {
                SessionInfo info = new SessionInfo(title, project, SessionKind.CONVERSATION);
                changes.create(RecordKind.SESSION, new RecordId(id.value()), info.fields());
            }
            if (model != null) {
                // with the conversation: no server ever hears of one that was to have none
                settings.setForNew(changes, id, SettingsCatalog.MODEL, new JsonText(model));
            }
            return address;
        });
        return address;
    }

    private static String checkedText(Message message) {
        String text = message.plainText();
        if (text.isBlank() && message.parts().stream().allMatch(Turns::isProse)) {
            throw failure("chat.empty", "The message is empty.", "Say what you would like to have done.");
        }
        long attached = message.parts().stream()
                .filter(ContentPart.File.class::isInstance)
                .count();
        if (attached > AttachedFile.MOST) {
            throw failure(
                    "chat.too-many-attachments",
                    attached + " files are attached; at most " + AttachedFile.MOST + " are taken.",
                    "Leave some out, or add their folder to Knowledge.");
        }
        if (text.length() > ChatRequest.MAX_TEXT) {
            throw failure(
                    "chat.too-long",
                    "The message has " + text.length() + " characters; at most " + ChatRequest.MAX_TEXT + " are taken.",
                    "Put long text into a file and attach it.");
        }
        return text;
    }

    private static boolean isProse(ContentPart part) {
        return part instanceof ContentPart.Text || part instanceof ContentPart.Code;
    }

    private Optional<SessionSummary> session(@Nullable SessionId wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        Optional<SessionSummary> found =
                store.session(wanted).filter(each -> each.info().kind() == SessionKind.CONVERSATION);
        if (found.isEmpty()) {
            throw EventLog.missing();
        }
        return found;
    }

    private RecordId project(TurnRequest turn, Optional<SessionSummary> session) {
        RecordId wanted = turn.project();
        return wanted != null
                ? wanted
                : session.map(each -> each.info().project()).orElse(standardProject);
    }

    private ExecutionMode mode(TurnRequest turn, RecordId project) {
        ExecutionMode wanted = turn.mode();
        if (wanted != null) {
            return wanted;
        }
        return settings.get(SettingsCatalog.EXECUTION_MODE, project).value() instanceof JsonText(String name)
                ? ExecutionMode.valueOf(name.toUpperCase(Locale.ROOT))
                : ExecutionMode.PLAN;
    }

    /** The first line with something in it, cut between words where it is long. */
    private static String title(String text, Message message) {
        Stream<String> said = text.lines().map(String::strip).filter(each -> !each.isEmpty());
        Stream<String> attached = message.parts().stream()
                .filter(ContentPart.File.class::isInstance)
                .map(part -> ((ContentPart.File) part).name());
        String line = Stream.concat(said, attached).findFirst().orElse("Attachment");
        if (line.length() <= TITLE_LENGTH) {
            return line;
        }
        int cut = line.lastIndexOf(' ', TITLE_LENGTH);
        int end = cut > TITLE_LENGTH / 2 ? cut : line.offsetByCodePoints(0, line.codePointCount(0, TITLE_LENGTH));
        return line.substring(0, end).stripTrailing() + "\u2026";
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}
