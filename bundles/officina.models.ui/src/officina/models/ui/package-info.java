// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** The page of servers with models: which there are, which model answers, keys. */
@NullMarked
package officina.models.ui;

import org.jspecify.annotations.NullMarked;
