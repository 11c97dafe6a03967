// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

/** Something that a pane's state offers to do. The label is a short command: "New Conversation". */
public record PaneAction(String label, Runnable run) {}
