// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What a plug-in may ask for, what the user granted, and each use of it. */
@NullMarked
package officina.api.permission;

import org.jspecify.annotations.NullMarked;
