// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import officina.api.memory.Embedder;
import officina.index.Index;
import officina.index.IndexFactory;
import org.jspecify.annotations.Nullable;

/** The one index of an engine, opened at its first use: until then nothing of Lucene is loaded. */
public final class EngineIndex implements AutoCloseable {

    private final OnDemand<Index> index;
    private final Path folder;

    /**
     * @param folder in the data folder; made when needed
     * @param key derived for this purpose alone
     * @param embedder closed after this
     */
    public EngineIndex(Supplier<IndexFactory> factories, Path folder, SecretKey key, Embedder embedder) {
        this.folder = folder;
        index = new OnDemand<>(() -> factories.get().open(folder, key, embedder));
    }

    /** Opens it where that has not been done, which blocks for some hundredths of a second. {@code index.*}. */
    public Index index() {
        return index.get();
    }

    /** The index where there is one on the disk, which is opened; {@code null} where nothing was ever indexed. */
    public @Nullable Index existing() {
        return index.peek() != null || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) ? index() : null;
    }

    /** What is open; {@code null} before the first use. */
    public @Nullable Index peek() {
        return index.peek();
    }

    /** Waits for what is being written. */
    @Override
    public void close() {
        Index known = index.end();
        if (known != null) {
            known.close();
        }
    }
}
