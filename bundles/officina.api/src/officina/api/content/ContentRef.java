// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.content;

import java.net.URI;

/** Where large content lies: {@code blob:sha256-...} in the data folder, or a {@code file:} or {@code https:} address. */
public record ContentRef(URI uri) {

    public ContentRef {
        if (uri.getScheme() == null) {
            throw new IllegalArgumentException("a content reference has a scheme: " + uri);
        }
    }
}
