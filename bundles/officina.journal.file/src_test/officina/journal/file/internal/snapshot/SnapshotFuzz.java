// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.core.run.Draft;
import officina.core.run.Snapshot;
import officina.protocol.EventCodec;
import officina.testkit.FakeClock;
import officina.testkit.InMemoryJournal;
import officina.testkit.SampleEvents;

/**
 * Any bytes as what a snapshot holds, sealed with the right key: a snapshot that is the same when it is written and read
 * again, or as good as none. Run by {@code releng/scripts/fuzz}.
 */
public final class SnapshotFuzz {

    private static final SessionId SESSION = SampleEvents.session(1);
    private static final SnapshotFiles FILES = files();

    private SnapshotFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FILES.file(SESSION), FILES.seal(SESSION, data));
        Snapshot read = FILES.read(SESSION);
        if (read == null) {
            return;
        }
        FILES.write(read);
        if (!read.equals(FILES.read(SESSION))) {
            throw new AssertionError("not the same when written and read again");
        }
    }

    private static SnapshotFiles files() {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            return new SnapshotFiles(folder, new SecretKeySpec(new byte[32], "AES"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        List<EventEnvelope> events;
        try (InMemoryJournal journal = new InMemoryJournal(new FakeClock())) {
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                drafts.add(SampleEvents.draft(SESSION, "text " + i));
            }
            events = journal.append(drafts);
        }
        return List.of(content(1, events.subList(0, 1)), content(3, events), content(0, List.of()));
    }

    private static byte[] content(long seq, List<EventEnvelope> events) {
        List<byte[]> encoded = events.stream().map(EventCodec::encode).toList();
        int length =
                encoded.stream().mapToInt(event -> Integer.BYTES + event.length).sum();
        ByteBuffer content = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + length)
                .putLong(seq)
                .putInt(events.size());
        encoded.forEach(event -> content.putInt(event.length).put(event));
        return content.array();
    }
}
