// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The batch agent that keeps what the files of approved folders say. */
@NullMarked
package officina.agent.files;

import org.jspecify.annotations.NullMarked;
