// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** Notifications of agents. */
@NullMarked
package officina.workbench.internal.notify;

import org.jspecify.annotations.NullMarked;
