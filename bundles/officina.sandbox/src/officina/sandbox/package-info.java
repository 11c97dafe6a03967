// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What keeps untrusted code from what it was not granted: processes that the system itself limits. */
@NullMarked
package officina.sandbox;

import org.jspecify.annotations.NullMarked;
