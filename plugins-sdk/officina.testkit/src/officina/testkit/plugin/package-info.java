// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** A plug-in of others for tests, and what a plug-in host is made of. */
@NullMarked
package officina.testkit.plugin;

import org.jspecify.annotations.NullMarked;
