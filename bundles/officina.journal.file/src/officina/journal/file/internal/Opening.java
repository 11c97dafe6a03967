// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import officina.base.Redacted;
import officina.core.run.RecoveryReport;
import officina.journal.file.internal.index.JournalIndex;
import officina.journal.file.internal.segment.JournalFailures;
import officina.journal.file.internal.segment.JournalKeys;
import officina.journal.file.internal.segment.Segment;
import officina.journal.file.internal.segment.SegmentScan;
import officina.journal.file.internal.segment.SegmentSummary;
import officina.journal.file.internal.segment.SummaryFile;
import officina.journal.file.internal.snapshot.SnapshotFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is there when a journal is opened. Complete segments are taken by their summaries, where one is there;
 * damage in them is found when they are read. The last segment is always read whole: only it can have a torn tail.
 */
final class Opening {

    private static final Logger log = LoggerFactory.getLogger(Opening.class);

    private final Path folder;
    private final JournalKeys keys;
    private final JournalIndex index;
    private final ActiveSegment active;
    private final SnapshotFiles snapshots;

    Opening(Path folder, JournalKeys keys, JournalIndex index, ActiveSegment active, SnapshotFiles snapshots) {
        this.folder = folder;
        this.keys = keys;
        this.index = index;
        this.active = active;
        this.snapshots = snapshots;
    }

    /** Fills the index and sets the writer behind the last event; throws a failure and changes nothing on damage. */
    RecoveryReport run() throws IOException {
        List<Segment> segments = segments();
        for (int i = 0; i + 1 < segments.size(); i++) {
            complete(segments.get(i), segments.get(i + 1));
        }
        if (segments.isEmpty()) {
            return new RecoveryReport(0, 0, List.of());
        }
        return last(segments.getLast());
    }

    private List<Segment> segments() throws IOException {
        SortedMap<Integer, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(file -> {
                removeLeftOver(file);
                Integer number = Segment.numberOf(file);
                if (number != null) {
                    files.put(number, file);
                }
            });
        }
        List<Segment> segments = new ArrayList<>();
        for (Path file : files.values()) {
            int number = segments.size() + 1;
            if (!files.containsKey(number)) {
                throw JournalFailures.missing(Segment.name(number));
            }
            segments.add(Segment.read(file, keys));
        }
        return segments;
    }

    /** It may hold what was to be removed. */
    private static void removeLeftOver(Path file) {
        if (Segment.isLeftOver(file) || KeptTails.isLeftOver(file)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void complete(Segment segment, Segment next) throws IOException {
        expectPosition(segment);
        SegmentSummary summary = SummaryFile.read(segment);
        if (summary == null) {
            SegmentScan scan = SegmentScan.of(segment);
            if (scan.end() != scan.length()
                    || segment.firstPosition() + scan.summary().events() != next.firstPosition()) {
                throw JournalFailures.damaged(segment.file(), scan.end());
            }
            summary = scan.summary();
            keep(segment, summary);
        }
        summary.trim();
        index.add(segment, summary, Files.size(segment.file()));
    }

    private void expectPosition(Segment segment) {
        if (segment.firstPosition() != index.lastPosition() + 1) {
            throw JournalFailures.damaged(segment.file(), 0);
        }
    }

    private static void keep(Segment segment, SegmentSummary summary) {
        try {
            SummaryFile.write(segment, summary);
        } catch (IOException e) {
            log.warn("A summary of a journal segment could not be kept; the next start takes longer", Redacted.of(e));
        }
    }

    private RecoveryReport last(Segment segment) throws IOException {
        expectPosition(segment);
        SegmentScan scan = SegmentScan.of(segment);
        index.add(segment, scan.summary(), scan.end());
        if (scan.doubtful()) {
            snapshots.clear();
        }
        boolean cut = active.resume(segment, scan);
        long torn = scan.length() - scan.end();
        List<String> remarks = new ArrayList<>();
        if (scan.doubtful()) {
            log.warn(
                    "{} bytes behind frame {} of journal segment {} do not open and may have been confirmed; kept: {}",
                    torn,
                    scan.frames(),
                    segment.number(),
                    cut);
        } else if (torn > 0) {
            log.info("{} bytes behind frame {} of journal segment {} were torn", torn, scan.frames(), segment.number());
            remarks.add("Officina or the machine had stopped while events were being written: " + torn
                    + " bytes at the end of the journal were incomplete and were removed. Nothing that was confirmed is"
                    + " lost.");
        }
        if (!cut) {
            remarks.add(
                    "The last " + torn + " bytes of the journal do not open and may have been confirmed. There is no"
                            + " room to keep them; nothing is written before there is.");
        }
        return new RecoveryReport(index.lastPosition(), cut ? torn : 0, remarks);
    }
}
