// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import officina.sandbox.SandboxLimits;
import officina.sandbox.internal.lock.LockLimits;

/** Limits as the kernel counts them. */
final class Limits {

    private Limits() {}

    static LockLimits of(SandboxLimits limits) {
        return new LockLimits(
                limits.processor().toSeconds(),
                limits.memoryBytes(),
                limits.openFiles(),
                limits.tasks(),
                limits.fileBytes());
    }
}
