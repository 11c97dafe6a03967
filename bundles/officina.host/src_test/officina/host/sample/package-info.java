// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** A plug-in of somebody else, for the tests: it sees what the manifest that they write for it imports. */
@NullMarked
package officina.host.sample;

import org.jspecify.annotations.NullMarked;
