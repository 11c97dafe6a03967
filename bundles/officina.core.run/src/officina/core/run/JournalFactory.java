// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.nio.file.Path;
import java.time.InstantSource;
import javax.crypto.SecretKey;

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
}
