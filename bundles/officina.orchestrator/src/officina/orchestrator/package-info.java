// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The contract of what takes a request and works on its run: local or remote, switchable. */
@NullMarked
package officina.orchestrator;

import org.jspecify.annotations.NullMarked;
