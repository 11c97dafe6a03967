// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import officina.api.error.FailureException;
import officina.api.id.SessionId;
import officina.core.run.Draft;
import officina.protocol.EventCodec;
import officina.testkit.SampleEvents;

/**
 * Any bytes as what frames of the journal hold, sealed with the right key: behind the encryption, where no other target
 * gets. Scanned, read, rewritten without a session and salvaged; each does it, or refuses with a failure. An input is a
 * list of contents, each behind its length in two bytes. Run by {@code releng/scripts/fuzz}.
 */
public final class FrameContentFuzz {

    private static final Path FILE = SegmentFuzz.file();
    private static final Frame FRAMES =
            new Frame(SegmentFuzz.KEYS.frames(SegmentHeader.parse(SegmentFuzz.HEADER, FILE, SegmentFuzz.KEYS)));
    private static final SessionId GONE = SampleEvents.session(1);

    private FrameContentFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FILE, sealed(data));
        Segment segment = Segment.read(FILE, SegmentFuzz.KEYS);
        SegmentScan scan;
        try {
            scan = SegmentScan.of(segment);
        } catch (FailureException _) {
            scan = null;
        }
        if (scan != null) {
            readAll(segment, scan);
        }
        try {
            RewrittenSegment made = new SegmentRewrite(segment, Set.of(GONE), _ -> false)
                    .write(SegmentFuzz.KEYS, new Forgetful(), _ -> true);
            if (made == null || made.length() < SegmentHeader.LENGTH) {
                throw new AssertionError("a segment without its head");
            }
        } catch (FailureException _) {
            // it is damaged
        }
        salvage(segment);
    }

    /** What a scan finds whole can be read, or is refused event by event. */
    private static void readAll(Segment segment, SegmentScan scan) throws IOException {
        SegmentSummary summary = scan.summary();
        for (int frame = 0; frame < summary.offsets().size(); frame++) {
            int first = summary.firstEvents().get(frame);
            boolean last = frame + 1 == summary.offsets().size();
            int next = last ? summary.events() : summary.firstEvents().get(frame + 1);
            int offset = summary.offsets().get(frame);
            int end = last ? (int) scan.end() : summary.offsets().get(frame + 1);
            for (int event = first; event < Math.min(next, first + 50); event++) {
                if (summary.sessionOfEvent().get(event) == SegmentSummary.GAP) {
                    continue;
                }
                long position = segment.firstPosition() + event;
                try {
                    FrameReader.read(List.of(new Place(
                            segment, frame, offset, end - offset, segment.firstPosition() + first, new long[] {position
                            })));
                } catch (FailureException _) {
                    // an event that is none
                }
            }
        }
    }

    private static void salvage(Segment segment) throws IOException {
        try {
            SegmentSalvage salvage = new SegmentSalvage(segment);
            SegmentSalvage.Judge judge = (event, kept) ->
                    kept ? SegmentSalvage.Fate.KEPT : SegmentSalvage.Fate.values()[(int) (event.seq() & 1)];
            salvage.judge(judge);
            try (RewrittenSegment made = new RewrittenSegment(
                    segment.file(), segment.number(), segment.firstPosition(), SegmentFuzz.KEYS, new Forgetful())) {
                salvage.write(judge, made);
                made.finish();
            }
        } catch (FailureException _) {
            // nothing of it makes sense
        }
    }

    private static byte[] sealed(byte[] data) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(SegmentFuzz.HEADER);
        int at = 0;
        for (int index = 0; data.length - at >= Short.BYTES; index++) {
            int length =
                    Math.min(Short.toUnsignedInt(ByteBuffer.wrap(data).getShort(at)), data.length - at - Short.BYTES);
            byte[] content = Arrays.copyOfRange(data, at + Short.BYTES, at + Short.BYTES + length);
            all.write(FRAMES.seal(index, all.size(), ByteBuffer.wrap(content)).array());
            at += Short.BYTES + length;
        }
        return all.toByteArray();
    }

    /** A disk that keeps nothing. */
    private static final class Forgetful implements Disk {
        @Override
        public void create(Path file, byte[] content) {
            // nothing is kept
        }

        @Override
        public void delete(Path file) {
            // nothing is kept
        }

        @Override
        public void replace(Path file, Path by) {
            // nothing is kept
        }

        @Override
        public Output open(Path file) {
            return new Output() {
                private long size;

                @Override
                public long size() {
                    return size;
                }

                @Override
                public void write(ByteBuffer bytes, long at) {
                    size = at + bytes.remaining();
                }

                @Override
                public void force() {
                    // nothing is kept
                }

                @Override
                public void truncate(long length) {
                    size = length;
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    }

    /** Plain frames, one with gaps, an orderly end. */
    public static List<byte[]> seeds() {
        byte[] one = content(batch(1, 1));
        byte[] two = content(batch(2, 3));
        byte[] closed = content(Batch.closed(5));
        Batch.Rewriting rewriting = new Batch.Rewriting(1, 2 * one.length, 5);
        rewriting.gap(2);
        rewriting.event(one, Batch.HEAD, one.length, false);
        rewriting.event(one, Batch.HEAD, one.length, true);
        byte[] gaps = content(rewriting.content());
        return List.of(frames(one), frames(one, two, closed), frames(gaps), frames(gaps, content(Batch.closed(5))));
    }

    private static ByteBuffer batch(long position, int events) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            drafts.add(SampleEvents.draft(SampleEvents.session(i % 2), "text " + i));
        }
        Batch batch = new Batch(position, 4_096);
        for (int i = 0; i < events; i++) {
            Draft draft = drafts.get(i);
            byte[] origin = draft.origin().toString().getBytes(StandardCharsets.UTF_8);
            batch.add(
                    draft.session(),
                    draft.run(),
                    position + i,
                    Instant.EPOCH,
                    1,
                    origin,
                    EventCodec.encodeEvent(draft.event()));
        }
        return batch.content();
    }

    private static byte[] content(ByteBuffer buffer) {
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return content;
    }

    private static byte[] frames(byte[]... contents) {
        int length = Arrays.stream(contents)
                .mapToInt(content -> Short.BYTES + content.length)
                .sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] content : contents) {
            all.putShort((short) content.length).put(content);
        }
        return all.array();
    }
}
