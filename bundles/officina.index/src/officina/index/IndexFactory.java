// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index;

import java.nio.file.Path;
import javax.crypto.SecretKey;
import officina.api.memory.Embedder;

/** Opens indexes; an OSGi service. */
public interface IndexFactory {

    /**
     * Opens the index in the folder, making it where there is none. Blocks for some hundredths of a second; loads no model.
     * One that is damaged, was made with another key, by another model or by another version is emptied:
     * {@link Index#health} says so, and sources that are brought into step fill it again. {@code index.io},
     * {@code index.full}.
     *
     * @param folder holds the index and nothing else; nobody else has it open
     * @param key at least 128 bits, for this purpose alone
     * @param embedder stays the caller's, and open for longer than the index
     */
    Index open(Path folder, SecretKey key, Embedder embedder);
}
