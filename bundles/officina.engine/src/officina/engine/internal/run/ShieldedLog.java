// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import officina.api.permission.AccessRecord;
import officina.core.plugin.AccessLog;

/** Writes uses and refusals on another thread, where no interrupt of the run reaches a file. */
record ShieldedLog(AccessLog log, Shielded shielded) implements AccessLog {

    @Override
    public void used(AccessRecord access) {
        shielded.call(() -> {
            log.used(access);
            return access;
        });
    }

    @Override
    public void denied(AccessRecord access) {
        shielded.call(() -> {
            log.denied(access);
            return access;
        });
    }
}
