// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.io.IOException;

/** More came than is taken. */
final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;
}
