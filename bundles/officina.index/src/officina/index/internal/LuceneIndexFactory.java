// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal;

import java.nio.file.Path;
import javax.crypto.SecretKey;
import officina.api.memory.Embedder;
import officina.index.Index;
import officina.index.IndexFactory;
import officina.index.internal.lucene.LuceneIndex;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Opens indexes on Lucene. */
@Component(service = IndexFactory.class)
public final class LuceneIndexFactory implements IndexFactory {

    @Activate
    public LuceneIndexFactory() {
        // nothing of Lucene is loaded before an index is opened
    }

    @Override
    public Index open(Path folder, SecretKey key, Embedder embedder) {
        return LuceneIndex.open(folder, key, embedder);
    }
}
