// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.io.IOException;
import java.nio.file.Path;
import officina.engine.Engine;
import officina.engine.EnginePort;
import officina.engine.History;
import officina.engine.HolderWindow;
import officina.engine.Traffic;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a socket for each engine. */
@Component(service = EnginePort.class)
public final class SocketPort implements EnginePort {

    private static final Logger log = LoggerFactory.getLogger(SocketPort.class);

    private final BundleContext context;
    private final String version;

    @Activate
    public SocketPort(BundleContext context) {
        this.context = context;
        version = context.getBundle().getVersion().toString();
    }

    @Override
    public Listening open(Engine engine, History history, Path data) {
        try {
            return EngineServer.open(new Served(engine, history, this::raise), data, version);
        } catch (IOException | UnsupportedOperationException e) {
            log.warn(
                    "other processes cannot attach to this engine: no socket could be opened ({})",
                    e.getClass().getSimpleName());
            return new NotListening();
        }
    }

    /** The window may come and go while the engine is open. */
    private boolean raise() {
        ServiceReference<HolderWindow> found = context.getServiceReference(HolderWindow.class);
        HolderWindow window = found == null ? null : context.getService(found);
        if (window == null) {
            return false;
        }
        try {
            return window.raise();
        } finally {
            context.ungetService(found);
        }
    }

    /** Nobody can attach. */
    private record NotListening() implements Listening {

        @Override
        public Traffic traffic() {
            return Traffic.NONE;
        }

        @Override
        public void close() {
            // nothing was opened
        }
    }
}
