// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.protocol.EventCodec;

/**
 * Writes the content of a frame: its kind (1 byte), number of events (4), position of the first (8), then for each
 * session (16), run (16), number in the session (8), time (8 seconds, 4 nanoseconds), schema (2), origin (2 for its
 * length, UTF-8), event (4 for its length, JSON in UTF-8). In a frame that was written anew without some sessions, the
 * number is that of positions, and before each event stands what it is (1 byte): an event; one of a removed session that
 * was kept; or, without an event behind it, how many positions (4) are empty.
 */
public final class Batch {

    /** Events. */
    static final int EVENTS = 1;

    /** No events: the journal was closed in order, and all before this was on the disk. */
    static final int CLOSED = 2;

    /** Events, and places where some were. */
    static final int REWRITTEN = 3;

    private static final byte EVENT = 1;
    private static final byte KEPT = 2;
    private static final byte GAP = 3;

    static final int HEAD = 1 + Integer.BYTES + Long.BYTES;

    /** More positions than this fit into no segment, whatever its events are. */
    static final int MOST_POSITIONS = 1 << 22;

    private static final int EVENT_HEAD = 6 * Long.BYTES + Integer.BYTES + 2 * Short.BYTES + Integer.BYTES;

    private final ByteBuffer out;
    private final long firstPosition;
    private int count;

    /** With room for events of that length, see {@link #length}. */
    public Batch(long firstPosition, int length) {
        this.firstPosition = firstPosition;
        out = ByteBuffer.allocate(HEAD + length).position(HEAD);
    }

    /** How much room an event takes. */
    public static long length(byte[] origin, byte[] event) {
        return EVENT_HEAD + (long) origin.length + event.length;
    }

    /** Adds the next event; its position follows from its place. */
    public void add(SessionId session, RunId run, long seq, Instant at, int schema, byte[] origin, byte[] event) {
        id(session.value()).putLong(run.value().getMostSignificantBits());
        out.putLong(run.value().getLeastSignificantBits()).putLong(seq);
        out.putLong(at.getEpochSecond()).putInt(at.getNano()).putShort((short) schema);
        out.putShort((short) origin.length).put(origin).putInt(event.length).put(event);
        count++;
    }

    private ByteBuffer id(UUID id) {
        return out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    public ByteBuffer content() {
        return out.put(0, (byte) EVENTS)
                .putInt(1, count)
                .putLong(1 + Integer.BYTES, firstPosition)
                .flip();
    }

    /** The content that marks an orderly end. */
    public static ByteBuffer closed(long nextPosition) {
        return ByteBuffer.allocate(HEAD)
                .put((byte) CLOSED)
                .putInt(0)
                .putLong(nextPosition)
                .flip();
    }

    /** Makes the content of a frame that takes the place of others. */
    static final class Rewriting {
        private final ByteBuffer out;
        private final long firstPosition;
        private int positions;

        /** With room for so many bytes of events and so many items. */
        Rewriting(long firstPosition, int bytes, int items) {
            this.firstPosition = firstPosition;
            out = ByteBuffer.allocate(HEAD + bytes + items * (1 + Integer.BYTES))
                    .position(HEAD);
        }

        /** An event as the reader passed over it. */
        void event(byte[] content, int from, int to, boolean kept) {
            out.put(kept ? KEPT : EVENT).put(content, from, to - from);
            positions++;
        }

        void gap(int count) {
            out.put(GAP).putInt(count);
            positions += count;
        }

        ByteBuffer content() {
            return out.put(0, (byte) REWRITTEN)
                    .putInt(1, positions)
                    .putLong(1 + Integer.BYTES, firstPosition)
                    .flip();
        }
    }

    /** What stands at a place of a frame. */
    enum Item {
        EVENT,
        /** An event of a session that was removed. */
        KEPT,
        /** Nothing, at {@link Reader#gap} positions. */
        GAP
    }

    /**
     * Walks over the events of a frame's content: {@link #item} before each, then what it says. Content that nobody wrote
     * so is refused with {@link IllegalArgumentException}, {@link BufferUnderflowException} or {@link DateTimeException}.
     */
    static final class Reader {
        private final ByteBuffer in;
        private final int kind;
        private final int count;
        private final long firstPosition;

        Reader(byte[] content) {
            in = ByteBuffer.wrap(content);
            kind = in.get();
            count = in.getInt();
            firstPosition = in.getLong();
            if (count < 0 || count > MOST_POSITIONS) {
                throw new IllegalArgumentException("a frame of so many positions: " + count);
            }
        }

        int kind() {
            return kind;
        }

        int count() {
            return count;
        }

        long firstPosition() {
            return firstPosition;
        }

        /** Where the next item or event begins. */
        int place() {
            return in.position();
        }

        /** What comes next. */
        Item item() {
            if (kind != REWRITTEN) {
                return Item.EVENT;
            }
            return switch (in.get()) {
                case EVENT -> Item.EVENT;
                case KEPT -> Item.KEPT;
                case GAP -> Item.GAP;
                default -> throw new IllegalArgumentException("no such item in a frame");
            };
        }

        /** How many positions the gap has that comes next; no more than the frame has. */
        int gap() {
            int positions = in.getInt();
            if (positions < 1 || positions > count) {
                throw new IllegalArgumentException("a gap of so many positions: " + positions);
            }
            return positions;
        }

        /** Passes over what comes next, with its item, and gives how many positions that was. */
        int skip() {
            if (item() == Item.GAP) {
                return gap();
            }
            session();
            return 1;
        }

        /** The session of the next event, which is passed over. */
        SessionId session() {
            SessionId session = new SessionId(id());
            in.position(in.position() + EVENT_HEAD - 2 * Long.BYTES - Short.BYTES - Integer.BYTES);
            skip(Short.toUnsignedInt(in.getShort()));
            skip(in.getInt());
            return session;
        }

        /** The next event, which has that position. */
        EventEnvelope event(long position) {
            SessionId session = new SessionId(id());
            RunId run = new RunId(id());
            long seq = in.getLong();
            Instant at = Instant.ofEpochSecond(in.getLong(), in.getInt());
            int schema = Short.toUnsignedInt(in.getShort());
            int origin = Short.toUnsignedInt(in.getShort());
            String chain = new String(in.array(), skip(origin), origin, StandardCharsets.UTF_8);
            int length = in.getInt();
            return new EventEnvelope(
                    schema,
                    session,
                    run,
                    seq,
                    position,
                    at,
                    Origin.parse(chain),
                    EventCodec.decodeEvent(in.array(), skip(length), length, schema));
        }

        private UUID id() {
            return new UUID(in.getLong(), in.getLong());
        }

        private int skip(int length) {
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("so many bytes are not there: " + length);
            }
            int at = in.position();
            in.position(at + length);
            return at;
        }
    }
}
