// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal;

import java.io.IOException;
import officina.api.document.DocumentTrouble;

/** Nothing of a document can be read, for a reason that the person is told. Stays in this bundle. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient DocumentTrouble trouble;

    public UnreadableException(DocumentTrouble trouble) {
        super(trouble.failure().code());
        this.trouble = trouble;
    }

    public DocumentTrouble trouble() {
        return trouble;
    }
}
