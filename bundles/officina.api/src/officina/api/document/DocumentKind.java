// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

/** How a document is read. */
public enum DocumentKind {
    TEXT,
    MARKDOWN,
    /** Source code and other text with a syntax. */
    SOURCE,
    PDF,
    WORD
}
