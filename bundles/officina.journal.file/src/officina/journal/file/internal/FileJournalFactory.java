// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import javax.crypto.SecretKey;
import officina.base.Closeables;
import officina.base.DurableFiles;
import officina.base.LockFile;
import officina.core.run.Journal;
import officina.core.run.JournalExamination;
import officina.core.run.JournalFactory;
import officina.core.run.RecoveryReport;
import officina.journal.file.internal.index.JournalIndex;
import officina.journal.file.internal.segment.Disk;
import officina.journal.file.internal.segment.JournalFailures;
import officina.journal.file.internal.segment.JournalKeys;
import officina.journal.file.internal.snapshot.SnapshotFiles;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens journals of encrypted segment files. */
@Component(service = JournalFactory.class)
public final class FileJournalFactory implements JournalFactory {

    private static final long SEGMENT = 64 << 20;

    private final Disk disk;
    private final long segmentLength;
    private final GroupCommit.Pace pace;

    @Activate
    public FileJournalFactory() {
        this(Disk.ofThisMachine(), SEGMENT);
    }

    /** With another length from which on a segment is complete, for tests of other bundles. */
    public FileJournalFactory(long segmentLength) {
        this(segmentLength, false);
    }

    /** The same, with virtual threads alone and nothing that the real clock decides when it is simulated. */
    public FileJournalFactory(long segmentLength, boolean simulated) {
        this(
                Disk.ofThisMachine(),
                segmentLength,
                simulated ? GroupCommit.Pace.SIMULATED : GroupCommit.Pace.OF_THE_DISK);
    }

    /** With the length from which on a segment is complete. */
    FileJournalFactory(Disk disk, long segmentLength) {
        this(disk, segmentLength, GroupCommit.Pace.OF_THE_DISK);
    }

    private FileJournalFactory(Disk disk, long segmentLength, GroupCommit.Pace pace) {
        this.disk = disk;
        this.segmentLength = segmentLength;
        this.pace = pace;
    }

    @Override
    public Journal open(Path folder, SecretKey key, InstantSource clock) {
        Closeables owned = new Closeables();
        ActiveSegment active = null;
        boolean opened = false;
        try {
            DurableFiles.createFolder(folder);
            owned.own(lock(folder));
            JournalKeys keys = new JournalKeys(key);
            JournalIndex index = new JournalIndex();
            KeptTails tails = new KeptTails(folder, disk);
            SnapshotFiles snapshots = snapshots(folder, keys);
            active = new ActiveSegment(folder, keys, disk, segmentLength, index, tails, clock);
            RecoveryReport recovery = new Opening(folder, keys, index, active, snapshots).run();
            RecentEvents recent = new RecentEvents();
            Subscriptions subscriptions = new Subscriptions();
            GroupCommit writer = new GroupCommit(active, index, recent, clock, pace, subscriptions::wake);
            opened = true;
            return new FileJournal(
                    folder,
                    index,
                    recent,
                    writer,
                    subscriptions,
                    snapshots,
                    new Removals(index, keys, disk),
                    tails,
                    recovery,
                    owned);
        } catch (IOException | UncheckedIOException e) {
            throw JournalFailures.io("The journal could not be opened", e);
        } finally {
            if (!opened) {
                if (active != null) {
                    active.close(false);
                }
                owned.close();
            }
        }
    }

    private static SnapshotFiles snapshots(Path folder, JournalKeys keys) {
        return new SnapshotFiles(folder.resolve("snapshots"), keys.snapshots());
    }

    /** Keeps a second process, and a second journal of this one, out: their writes would destroy each other's. */
    private static LockFile lock(Path folder) throws IOException {
        LockFile lock = LockFile.take(folder.resolve("lock"));
        if (lock == null) {
            throw JournalFailures.inUse();
        }
        return lock;
    }

    @Override
    public JournalExamination examine(Path folder, SecretKey key, @Nullable Path quarantine, Watcher watcher) {
        try {
            DurableFiles.createFolder(folder);
            try (LockFile _ = lock(folder)) {
                JournalKeys keys = new JournalKeys(key);
                return new Examination(folder, keys, disk, quarantine, snapshots(folder, keys), watcher).run();
            }
        } catch (IOException e) {
            throw DurableFiles.lacksRoom(folder, segmentLength)
                    ? JournalFailures.full(e)
                    : JournalFailures.io("The journal could not be examined", e);
        }
    }
}
