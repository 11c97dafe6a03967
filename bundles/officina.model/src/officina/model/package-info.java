// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Asking models: accounts in, replies out, with tools in between. */
@NullMarked
package officina.model;

import org.jspecify.annotations.NullMarked;
