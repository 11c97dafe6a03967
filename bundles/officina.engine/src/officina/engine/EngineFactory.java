// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import java.util.List;
import officina.api.error.Failure;
import officina.base.Progress;

/** Opens engines; an OSGi service. */
public interface EngineFactory {

    /**
     * Opens the data folder, making it where there is none, and brings store and journal into agreement. Blocks for the
     * time of that (a second or so); call it off the UI thread. Expected trouble is a
     * {@link officina.api.error.FailureException}: {@code engine.in-use}, {@code engine.newer-data},
     * {@code engine.read-only}, {@code engine.no-room}, {@code engine.not-a-folder}, {@code engine.format-damaged}, {@code vault.passphrase-needed}, {@code vault.wrong-passphrase}, {@code vault.damaged},
     * {@code vault.keyring-locked}, {@code vault.key-lost}, {@code vault.wrong-phrase}, {@code journal.io} ... Nothing is changed when it fails.
     */
    Engine open(EngineOptions options);

    /**
     * Erases a data folder, of which no engine may be at work: first the key, in the keyring and in its file, so that
     * nothing can be read any more whatever happens next; then all files. Needs no passphrase. What Officina did not
     * make stays. An erasure that is cut short is finished by the next one, or by the next {@link #open}, which begins
     * with a new folder then. Blocks on the disk. {@code engine.in-use}, {@code data.missing}, {@code data.foreign},
     * {@code data.erase-unfinished}, {@code vault.io}.
     *
     * @param data the data folder
     * @return names of what was found there and is left
     */
    List<String> erase(Path data);

    /**
     * Writes a diagnostics bundle of a data folder that does not open; see {@link Diagnostics#bundle}.
     *
     * @param reason why it does not
     */
    void diagnose(Path data, Failure reason, Path file);

    /**
     * Reads a data folder whole, of which no engine may be at work: every file and every event of the journal, and
     * whether the store agrees with it. With {@code repair}, brings a damaged journal into order: damaged files are put
     * into a dated folder beside it, never deleted; what is readable of them stays; the store is made anew from that at
     * the next {@link #open}. A conversation that lost something ends before it, and its records stay. Blocks for as long
     * as it takes to read everything. {@code data.missing}, and what {@link #open} throws but for damage.
     *
     * Cancelled ({@code work.cancelled}) it has changed nothing: a repair first makes all that is to take a place.
     *
     * @param progress counts files of the journal, and is asked for each event
     */
    ExaminedData examine(EngineOptions options, boolean repair, Progress progress);

    /**
     * Reads what a bundle says about itself that is not installed: none of its code runs. Needs no data folder. Blocks on
     * the disk. {@code plugin.file}, {@code plugin.damaged}.
     */
    CheckedBundle check(Path bundle);

    /** What who publishes plug-ins needs. Needs no data folder. */
    Publishing publishing();
}
