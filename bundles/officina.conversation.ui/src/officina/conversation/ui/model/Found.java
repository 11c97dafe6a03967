// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

/** Where something was found in a transcript. */
public record Found(int row, int start, int end) {}
