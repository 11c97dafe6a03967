// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Handles to the outside world. A plug-in holds one only for a granted permission. */
@NullMarked
package officina.api.host;

import org.jspecify.annotations.NullMarked;
