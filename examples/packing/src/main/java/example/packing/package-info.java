// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** An agent as somebody outside this repository would write it: it sees the API and nothing else. */
@NullMarked
package example.packing;

import org.jspecify.annotations.NullMarked;
