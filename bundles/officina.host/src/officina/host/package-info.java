// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What the engine and a plug-in host say to each other; the host itself runs in the sandbox, outside the engine. */
@NullMarked
package officina.host;

import org.jspecify.annotations.NullMarked;
