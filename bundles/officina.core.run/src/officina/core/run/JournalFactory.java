// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.nio.file.Path;
import java.time.InstantSource;
import javax.crypto.SecretKey;
import officina.api.event.EventEnvelope;
import org.jspecify.annotations.Nullable;

/** Opens journals; an OSGi service. */
public interface JournalFactory {

    /**
     * Opens the journal in that folder, making it where there is none, and brings it into a state in which every
     * acknowledged event is readable: see {@link Journal#recovery()}. Blocks while the index is rebuilt. The caller
     * sees to it that nobody else has the folder open. Expected trouble is a
     * {@link officina.api.error.FailureException}: {@code journal.wrong-key}, {@code journal.damaged},
     * {@code journal.io}, {@code journal.full}, {@code engine.newer-data}; nothing is changed then.
     *
     * @param folder the journal's own, in the data folder
     * @param key 256 bits for AES; the journal encrypts all it writes with keys derived from it
     * @param clock gives the events their time; it may jump
     */
    Journal open(Path folder, SecretKey key, InstantSource clock);

    /**
     * Reads a journal that nobody has open, whole: every frame, every event, that numbers and positions follow each
     * other. With a folder to put aside what is damaged, brings it into order so that it opens again: damaged files move
     * there as they are, and what is readable of them takes their place. A session that lost events is cut before the
     * first of them; its later changes of records stay, without the session. Nothing is deleted. Blocks for as long as
     * it takes to read everything. {@code journal.wrong-key}, {@code engine.newer-data}, {@code engine.in-use},
     * {@code journal.io}, {@code journal.full}; a repair that is cut short is repeated.
     *
     * @param quarantine where damaged files go, on the same disk; {@code null} to look only
     */
    JournalExamination examine(Path folder, SecretKey key, @Nullable Path quarantine, Watcher watcher);

    /** Who looks on while a journal is examined. What it throws ends that, and nothing was changed. */
    interface Watcher {

        /** That file of so many is read next. */
        void reading(int number, int of);

        /** That event is readable; they come in order. */
        void seen(EventEnvelope event);
    }
}
