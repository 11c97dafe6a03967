// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The one HTTP client. Its contract is here; that OkHttp does the work is known inside only. */
@NullMarked
package officina.net.okhttp;

import org.jspecify.annotations.NullMarked;
