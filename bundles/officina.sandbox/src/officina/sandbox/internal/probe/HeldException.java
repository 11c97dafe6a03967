// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.probe;

/** The kernel refused. */
final class HeldException extends Exception {

    private static final long serialVersionUID = 1L;

    HeldException(String message) {
        super(message);
    }
}
