// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import officina.engine.Engine;

/** The contract, kept by the engine of this process. */
class InProcessEngineOsgiTests extends EngineContract {

    @Override
    public Engine engine() {
        return test.engine();
    }
}
