// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.record.UserProfile;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.engine.Engine;
import officina.journal.file.internal.FileJournalFactory;
import officina.vault.PassphraseSource;
import officina.vault.Vault;
import officina.vault.internal.FileVaultFactory;

/** Writes a data folder with one conversation of that many messages, for bench/window. */
final class LongSession {

    private static final PassphraseSource PASSPHRASE = _ -> "correct horse battery".toCharArray();
    private static final String TEXT = "The quick brown fox jumps over the lazy dog. ";

    public static void main(String[] args) {
        Path data = Path.of(args[0]);
        int turns = Integer.parseInt(args[1]) / 2;
        BenchEngine.open(data, _ -> null).close();
        SessionId session = new SessionId(new UUID(3, 3));
        try (Vault vault = new FileVaultFactory().open(data, PASSPHRASE);
                Journal journal = new FileJournalFactory()
                        .open(data.resolve("journal"), vault.key("journal"), InstantSource.system())) {
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < turns; i++) {
                RunId run = new RunId(new UUID(4, i));
                for (RunEvent event : turn(i)) {
                    drafts.add(new Draft(session, run, Origin.USER, event));
                }
                if (drafts.size() > 900 || i == turns - 1) {
                    journal.append(drafts);
                    drafts.clear();
                }
            }
        }
        try (Engine engine = BenchEngine.open(data, _ -> null)) {
            engine.sessions().state(session);
        }
    }

    private static List<RunEvent> turn(int number) {
        ChatRequest request = new ChatRequest(
                Message.text(MessageRole.USER, number + ": " + TEXT),
                new RecordId(new UUID(2, 2)),
                ExecutionMode.DIRECT,
                null,
                new ChatContext(new UserProfile("", Locale.UK, ZoneId.of("UTC")), List.of(), List.of(), List.of()));
        return List.of(
                new RunEvent.RunStarted(RunKind.TURN, "Turn " + number, null, request),
                new RunEvent.PartWritten(0, new ContentPart.Text(TEXT.repeat(1 + number % 7))),
                new RunEvent.RunFinished(true, "Done"));
    }
}
