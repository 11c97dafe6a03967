// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The plug-ins that somebody installed in this data folder, which run outside this process. */
@NullMarked
package officina.engine.internal.plugin;

import org.jspecify.annotations.NullMarked;
