// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** How it is found out what a sandbox keeps programs from: by trying. */
@NullMarked
package officina.sandbox.internal.trial;

import org.jspecify.annotations.NullMarked;
