// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.snapshot;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.spec.SecretKeySpec;
import officina.api.id.SessionId;
import officina.core.run.Snapshot;
import officina.testkit.SampleEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that is sealed with the right key and makes no sense: else a session would open without its runs. */
class SnapshotFilesTests {

    private static final SessionId SESSION = SampleEvents.session(1);

    @TempDir
    private Path folder;

    @Test
    void a_snapshot_of_another_number_of_events_than_it_says_is_as_good_as_none() throws IOException {
        assertNotNull(read(5, 0, new byte[0]));
        assertNull(read(5, -1, new byte[0]), "less than nothing");
        assertNull(read(5, 0, new byte[3]), "more than it says");
        assertNull(read(5, 1, new byte[0]), "less than it says");
    }

    private @Nullable Snapshot read(long seq, int events, byte[] rest) throws IOException {
        SnapshotFiles files = new SnapshotFiles(folder, new SecretKeySpec(new byte[32], "AES"));
        ByteBuffer content = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + rest.length)
                .putLong(seq)
                .putInt(events)
                .put(rest);
        Files.write(files.file(SESSION), files.seal(SESSION, content.array()));
        return files.read(SESSION);
    }
}
