// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What one run does, and what is kept of each file. */
@NullMarked
package officina.agent.files.internal;

import org.jspecify.annotations.NullMarked;
