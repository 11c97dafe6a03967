// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

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
}
