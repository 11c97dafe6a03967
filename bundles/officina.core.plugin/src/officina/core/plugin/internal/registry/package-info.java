// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The plug-ins of this process, from services and the manifests of their bundles. */
@NullMarked
package officina.core.plugin.internal.registry;

import org.jspecify.annotations.NullMarked;
