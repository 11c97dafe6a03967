// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard of a screen belongs to one window. Test processes that share a screen take turns by a file lock in the
 * session's {@code XDG_RUNTIME_DIR}; without such a folder nothing is shared.
 */
final class KeyboardLock implements AutoCloseable {

    private final @Nullable FileChannel channel;

    private KeyboardLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** Waits until no other process has it; the system gives it back when a process dies. */
    static KeyboardLock take() {
        String session = System.getenv("XDG_RUNTIME_DIR");
        if (session == null) {
            return new KeyboardLock(null);
        }
        try {
            FileChannel channel = FileChannel.open(
                    Path.of(session, "officina-test-keyboard"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new KeyboardLock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("no turn at the keyboard", e);
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
