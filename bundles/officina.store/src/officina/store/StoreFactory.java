// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store;

import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Opens stores; an OSGi service. */
public interface StoreFactory {

    /**
     * Opens the store in the folder, making it where there is none and bringing its tables up to date. Blocks for up to
     * a second or so; any thread may call. A store that is damaged is never thrown away: its folder is renamed to
     * {@code <folder>.damaged-<time>}, an empty store takes its place, and {@link Store#health()} says so; the caller
     * then applies the whole journal.
     *
     * <p>Expected trouble is a {@link officina.api.error.FailureException}, and then nothing was changed:
     * {@code store.wrong-key} (the store was made with another key), {@code engine.newer-data} (its tables were made by a
     * newer Officina), {@code engine.in-use} (another process has it open), {@code engine.read-only} (the folder cannot
     * be written), {@code store.full}, {@code store.io}, {@code store.bad-path}.
     *
     * @param folder holds the store and nothing else
     * @param key at least 128 bits, for this purpose alone; the keys of the files are derived from it
     */
    Store open(Path folder, SecretKey key);

    /**
     * Finds out how far a store is that nobody has open, and changes nothing: empty where it cannot be read as it is,
     * because it is damaged or was made by other rules, with another key or by a newer Officina. Blocks as {@link #open}
     * does.
     */
    Optional<StorePosition> look(Path folder, SecretKey key);
}
