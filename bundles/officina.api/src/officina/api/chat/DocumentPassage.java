// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.chat;

import officina.api.content.ContentRef;

/**
 * A piece of a document.
 *
 * @param place where in it: a page, a line range; empty where unknown
 * @param score how near its meaning is to the message, 0 to 1; where that cannot be compared, the share of its words
 */
public record DocumentPassage(ContentRef document, String place, String text, double score) {}
