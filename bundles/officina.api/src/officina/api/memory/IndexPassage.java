// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.memory;

/**
 * A piece of a document that can be found by itself: a paragraph, a page, a function. What is longer than the
 * {@link EmbeddingModel} looks at is found by its words alone behind that.
 *
 * @param place where in the document, as the person reads it and as it is opened: {@code page 3}, {@code lines 10-24};
 *     empty for all of it
 */
public record IndexPassage(String place, String text) {}
