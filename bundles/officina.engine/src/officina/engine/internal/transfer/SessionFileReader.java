// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Predicate;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.base.Progress;
import officina.core.run.SessionState;
import officina.protocol.EventCodec;
import officina.protocol.Json;
import officina.protocol.rpc.LineReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session file, line by line: holds one event and what the reducer makes of them, never the file. Damage of any
 * kind is a failure. For one thread.
 */
final class SessionFileReader {

    /** After so many events it is asked whether to go on. */
    private static final int ASK = 1_000;

    private final Path file;

    /**
     * A file that is whole and makes sense.
     *
     * @param ids of the session, its runs and their calls: what a copy has other ones of
     */
    record Checked(SessionFileHead head, String digest, Set<String> ids) {}

    SessionFileReader(Path file) {
        this.file = file;
    }

    /** Reads all of it: hash, numbers, every event, and that they lead to a state. */
    Checked check() {
        return check(Progress.NONE);
    }

    /** The same; the work is as much again, see {@link officina.engine.Sessions#importFrom}. */
    Checked check(Progress progress) {
        Set<String> ids = new HashSet<>();
        try (Lines lines = new Lines()) {
            SessionFileHead head = lines.head;
            ids.add(head.session().toString());
            SessionState state = SessionState.empty(head.session());
            while (state.lastSeq() < head.events()) {
                if (state.lastSeq() % ASK == 0 && !progress.goOn(state.lastSeq(), 2 * head.events())) {
                    throw SessionFileFailures.importCancelled();
                }
                EventEnvelope envelope = lines.event();
                state = after(state, envelope, lines.number);
                ids.add(envelope.run().toString());
                if (envelope.event() instanceof RunEvent.ToolAsked asked) {
                    ids.add(asked.call().toString());
                }
            }
            return new Checked(head, lines.end(), ids);
        } catch (IOException e) {
            throw SessionFileFailures.unreadable(file, e);
        }
    }

    private static SessionState after(SessionState state, EventEnvelope envelope, long line) {
        try {
            return state.after(envelope);
        } catch (IllegalStateException e) {
            throw envelope.schema() > RunEvent.SCHEMA ? SessionFileFailures.newer() : SessionFileFailures.damaged(line);
        }
    }

    /** Gives each event, in order, until one is not taken; call {@link #check} before. {@code false} then. */
    boolean each(Predicate<EventEnvelope> taker) {
        try (Lines lines = new Lines()) {
            for (long i = 0; i < lines.head.events(); i++) {
                if (!taker.test(lines.event())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw SessionFileFailures.unreadable(file, e);
        }
    }

    /** The lines of the file, from its first on. */
    private final class Lines implements AutoCloseable {
        private final FileChannel channel;
        private final LineReader reader;
        private final MessageDigest hash = SessionFileWriter.sha256();
        private final SessionFileHead head;
        private long number;

        Lines() throws IOException {
            // a pipe or a device may have no end, or none to begin with
            if (!Files.isRegularFile(file)) {
                throw SessionFileFailures.unreadable(file, null);
            }
            channel = FileChannel.open(file, StandardOpenOption.READ);
            boolean begun = false;
            try {
                reader = new LineReader(channel, Json.MAX_BYTES);
                byte[] first = next();
                if (first == null) {
                    throw SessionFileFailures.foreign();
                }
                hash(first);
                head = SessionFileHead.parse(first);
                begun = true;
            } finally {
                if (!begun) {
                    channel.close();
                }
            }
        }

        private byte @Nullable [] next() throws IOException {
            byte[] line;
            try {
                line = reader.next();
            } catch (FailureException tooLong) {
                throw number == 0 ? SessionFileFailures.foreign() : SessionFileFailures.damaged(number + 1);
            }
            number++;
            return line;
        }

        EventEnvelope event() throws IOException {
            byte[] line = next();
            if (line == null) {
                throw SessionFileFailures.damaged(number);
            }
            hash(line);
            try {
                return EventCodec.decode(line);
            } catch (FailureException malformed) {
                throw SessionFileFailures.damaged(number);
            }
        }

        private void hash(byte[] line) {
            hash.update(line);
            hash.update((byte) '\n');
        }

        /** The hash, which is that of the last line; there is nothing behind it. */
        String end() throws IOException {
            byte[] last = next();
            String digest = HexFormat.of().formatHex(hash.digest());
            try {
                if (last == null || !digest.equals(Json.parseObject(last).text("sha256")) || next() != null) {
                    throw SessionFileFailures.damaged(number);
                }
            } catch (FailureException malformed) {
                throw SessionFileFailures.damaged(number);
            }
            return digest;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
