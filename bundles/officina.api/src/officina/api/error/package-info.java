// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What goes wrong, in a form that may cross a process boundary. */
@NullMarked
package officina.api.error;

import org.jspecify.annotations.NullMarked;
