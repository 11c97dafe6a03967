// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import officina.engine.EnginePort;
import officina.engine.Traffic;
import org.jspecify.annotations.Nullable;

/** The port of the engine, which opens when all the rest of it is there. */
public final class OpenPort {

    private volatile EnginePort.@Nullable Listening listening;

    public void is(EnginePort.Listening opened) {
        listening = opened;
    }

    Traffic traffic() {
        EnginePort.Listening known = listening;
        return known == null ? Traffic.NONE : known.traffic();
    }
}
