// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What plug-ins may do on the network: who decides, and the handle that asks. Sends nothing itself. */
@NullMarked
package officina.core.plugin.net;

import org.jspecify.annotations.NullMarked;
