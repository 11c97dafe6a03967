// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.lock;

/** The program could not be locked in, so it is not run. */
final class LockFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockFailedException(String message) {
        super(message);
    }
}
