// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.base.DurableFiles;
import officina.core.run.JournalExamination;
import officina.core.run.JournalFactory;
import officina.core.run.KeptTail;
import officina.journal.file.internal.segment.Disk;
import officina.journal.file.internal.segment.JournalFailures;
import officina.journal.file.internal.segment.JournalKeys;
import officina.journal.file.internal.segment.RewrittenSegment;
import officina.journal.file.internal.segment.Segment;
import officina.journal.file.internal.segment.SegmentSalvage;
import officina.journal.file.internal.segment.SegmentSalvage.Fate;
import officina.journal.file.internal.snapshot.SnapshotFiles;
import org.jspecify.annotations.Nullable;

/**
 * Reads all segments of a journal and, where a place is given for what is damaged, writes those anew that are. First all
 * new files are made, then they take their places, the newest first: what a crash leaves is a journal in which sessions
 * are cut but have no holes, and the next repair ends it. For one thread.
 */
final class Examination {

    private final Path folder;
    private final JournalKeys keys;
    private final Disk disk;
    private final @Nullable Path quarantine;
    private final SnapshotFiles snapshots;
    private final JournalFactory.Watcher watcher;

    private final Map<SessionId, Long> lastSeq = new HashMap<>();
    /** Where sessions end of which something is lost. */
    private final Map<SessionId, Long> cut = new HashMap<>();

    private final List<String> damaged = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private final Deque<RewrittenSegment> made = new ArrayDeque<>();
    private final List<Path> dropped = new ArrayList<>();
    private int files;
    private long position = 1;
    private long events;
    private long lost;

    /** @param quarantine {@code null} to look only */
    Examination(
            Path folder,
            JournalKeys keys,
            Disk disk,
            @Nullable Path quarantine,
            SnapshotFiles snapshots,
            JournalFactory.Watcher watcher) {
        this.folder = folder;
        this.keys = keys;
        this.disk = disk;
        this.quarantine = quarantine;
        this.snapshots = snapshots;
        this.watcher = watcher;
    }

    JournalExamination run() throws IOException {
        for (KeptTail tail : new KeptTails(folder, disk).all()) {
            doubts.add(tail.file() + " was cut off and may have been confirmed");
        }
        boolean read = false;
        try {
            readAll();
            read = true;
        } finally {
            if (!read) {
                made.forEach(RewrittenSegment::discard);
            }
        }
        Path aside = quarantine;
        boolean mends = aside != null && !(made.isEmpty() && dropped.isEmpty());
        if (aside != null && mends) {
            putAside(aside);
        }
        return new JournalExamination(files, events, lost, cuts(), damaged, doubts, remarks, mends);
    }

    private void readAll() throws IOException {
        TreeMap<Integer, Path> there = files();
        TreeMap<Integer, Segment> readable = readable(there);
        files = there.size();
        int last = there.isEmpty() ? 0 : there.lastKey();
        for (int number = 1; number <= last; number++) {
            watcher.reading(number, last);
            Segment segment = readable.get(number);
            Segment next = readable.get(number + 1);
            if (segment != null) {
                examine(segment, next, number == last);
            } else {
                fillIn(number, there.containsKey(number), next, readable.higherKey(number) == null);
            }
        }
    }

    private List<String> cuts() {
        return cut.entrySet().stream()
                .map(each -> each.getKey() + " after event " + each.getValue())
                .sorted()
                .toList();
    }

    private TreeMap<Integer, Path> files() throws IOException {
        TreeMap<Integer, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                Integer number = Segment.numberOf(file);
                if (number != null) {
                    files.put(number, file);
                }
            }
        }
        return files;
    }

    /** Those whose headers are what was written; a wrong key or a newer version is no damage and thrown. */
    private TreeMap<Integer, Segment> readable(Map<Integer, Path> files) throws IOException {
        TreeMap<Integer, Segment> readable = new TreeMap<>();
        for (Map.Entry<Integer, Path> each : files.entrySet()) {
            try {
                readable.put(each.getKey(), Segment.read(each.getValue(), keys));
            } catch (FailureException e) {
                if (!e.failure().code().equals(JournalFailures.DAMAGED)) {
                    throw e;
                }
            }
        }
        return readable;
    }

    /** In place of a file that is missing, or whose header is damaged and with it the key to all the rest. */
    private void fillIn(int number, boolean there, @Nullable Segment next, boolean atTheEnd) throws IOException {
        Path file = folder.resolve(Segment.name(number));
        damaged.add(file.getFileName() + (there ? ": nothing of it can be read" : ": missing"));
        long until = next == null ? position : next.firstPosition();
        lost += until - position;
        if (quarantine != null && atTheEnd) {
            dropped.add(file);
        } else if (quarantine != null) {
            try (RewrittenSegment gap = new RewrittenSegment(file, number, position, keys, disk)) {
                gap.gap(until - position);
                gap.finish();
                made.push(gap);
            }
        }
        position = until;
    }

    private void examine(Segment segment, @Nullable Segment next, boolean last) throws IOException {
        SegmentSalvage salvage = new SegmentSalvage(segment);
        List<Fate> fates = new ArrayList<>();
        boolean[] changes = {false};
        SegmentSalvage.Walk walk = salvage.judge((event, ofNoSession) -> {
            Fate fate = fate(event, ofNoSession);
            changes[0] |= fate == Fate.LOST || fate == Fate.KEPT && !ofNoSession;
            fates.add(fate);
            return fate;
        });
        long until = next == null ? walk.end() : next.firstPosition();
        long missing = until - segment.firstPosition() - walk.seen();
        if (segment.firstPosition() != position || walk.end() > until) {
            throw JournalFailures.damaged(segment.file(), 0);
        }
        lost += missing;
        tell(segment, salvage, missing, last);
        if (quarantine != null
                && (missing > 0 || changes[0] || !salvage.damage().isEmpty())) {
            Iterator<Fate> known = fates.iterator();
            try (RewrittenSegment into =
                    new RewrittenSegment(segment.file(), segment.number(), segment.firstPosition(), keys, disk)) {
                salvage.write((_, _) -> known.next(), into);
                into.gap(until - walk.end());
                into.finish();
                made.push(into);
            }
        }
        position = until;
    }

    private void tell(Segment segment, SegmentSalvage salvage, long missing, boolean last) {
        Path name = segment.file().getFileName();
        salvage.damage().forEach(at -> damaged.add(name + ": not what was written at byte " + at));
        if (missing > 0 && salvage.damage().isEmpty()) {
            damaged.add(name + ": its end is missing");
        }
        if (salvage.isDoubtful() && last) {
            doubts.add("The end of " + name
                    + " does not open and may have been confirmed; the next start keeps it beside" + " the file");
        } else if (salvage.isTorn() && last) {
            remarks.add("The end of " + name + " was being written when Officina or the machine stopped; it was never"
                    + " confirmed.");
        }
    }

    private Fate fate(EventEnvelope event, boolean ofNoSession) {
        events++;
        watcher.seen(event);
        if (ofNoSession) {
            return Fate.KEPT;
        }
        SessionId session = event.session();
        long before = lastSeq.getOrDefault(session, 0L);
        if (!cut.containsKey(session) && event.seq() == before + 1) {
            lastSeq.put(session, event.seq());
            return Fate.STAYS;
        }
        cut.putIfAbsent(session, before);
        return event.event() instanceof RunEvent.RecordChanged ? Fate.KEPT : Fate.LOST;
    }

    private void putAside(Path aside) throws IOException {
        snapshots.clear();
        DurableFiles.createFolder(aside);
        for (Path file : dropped) {
            if (Files.exists(file)) {
                Files.move(file, aside.resolve(file.getFileName()));
            }
        }
        for (RewrittenSegment each : made) {
            Path file = each.segment().file();
            if (Files.exists(file)) {
                copy(file, aside.resolve(file.getFileName()));
            }
        }
        DurableFiles.syncFolder(aside);
        DurableFiles.syncFolder(folder);
        for (RewrittenSegment each : made) {
            each.replace();
        }
    }

    /** The same file under a second name, or a copy where the disk knows no such thing. */
    private static void copy(Path file, Path to) throws IOException {
        try {
            Files.createLink(to, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, to);
        }
    }
}
