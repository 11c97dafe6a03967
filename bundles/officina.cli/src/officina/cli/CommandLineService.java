// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.engine.EngineFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the application needs of this context's services; there once all of them are. */
@Component(service = CommandLineService.class)
public final class CommandLineService {

    private final EngineFactory engines;

    @Activate
    public CommandLineService(@Reference EngineFactory engines) {
        this.engines = engines;
    }

    EngineFactory engines() {
        return engines;
    }
}
