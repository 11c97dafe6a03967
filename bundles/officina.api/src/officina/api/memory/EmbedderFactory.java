// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Makes embedders that work on this machine; an OSGi service. */
@ProviderType
public interface EmbedderFactory {

    /**
     * Makes one that has loaded nothing yet. Cheap.
     *
     * @param folder where it may keep files that hold nothing of the user's, such as native libraries; made when needed
     */
    Embedder open(Path folder);
}
