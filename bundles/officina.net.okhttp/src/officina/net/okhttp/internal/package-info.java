// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The HTTP client on OkHttp: one client, one exchange at a time, parsed events. */
@NullMarked
package officina.net.okhttp.internal;

import org.jspecify.annotations.NullMarked;
