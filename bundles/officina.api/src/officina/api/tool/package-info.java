// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What an agent can call. */
@NullMarked
package officina.api.tool;

import org.jspecify.annotations.NullMarked;
