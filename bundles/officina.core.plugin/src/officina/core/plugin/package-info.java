// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Which plug-ins there are, what they ask for, and the one gate through which they touch anything. */
@NullMarked
package officina.core.plugin;

import org.jspecify.annotations.NullMarked;
