// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench;

import java.io.IOException;
import java.nio.file.Path;
import officina.api.error.FailureException;
import officina.base.Threads;
import officina.engine.remote.RemoteEngine;
import officina.workbench.internal.EndOfData;
import officina.workbench.internal.InUseWindow;
import officina.workbench.internal.Kit;
import officina.workbench.internal.OfficinaWorkbenchAdvisor;
import officina.workbench.internal.StartOptions;
import officina.workbench.internal.theme.ThemeChoice;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window at once, the data folder meanwhile, and stays until the window is closed. */
public final class WorkbenchApplication implements IApplication {

    private static final Logger log = LoggerFactory.getLogger(WorkbenchApplication.class);

    @Override
    public Object start(IApplicationContext context) {
        Threads.tellOfAll();
        Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        StartOptions options = StartOptions.of(
                arguments instanceof String[] words ? words : new String[0], System::getProperty, System.getenv());
        Path folder = options.workbench();
        boolean first = takeWorkbenchFolder(folder);
        if (!first && raised(options.data())) {
            context.applicationRunning();
            return EXIT_OK;
        }
        Display display = PlatformUI.createDisplay();
        try {
            if (!first) {
                context.applicationRunning();
                return new InUseWindow(display, ThemeChoice.kept(folder).isDark()).open() ? EXIT_RESTART : EXIT_OK;
            }
            return run(display, options);
        } finally {
            display.dispose();
        }
    }

    private static Object run(Display display, StartOptions options) {
        boolean erase;
        int code;
        try (Kit kit = Kit.open(display, options)) {
            // both take about as long, and hardly need each other
            kit.engine().start();
            code = PlatformUI.createAndRunWorkbench(display, new OfficinaWorkbenchAdvisor(kit));
            erase = kit.engine().erasing();
        }
        if (erase) {
            // its lock is one of the files that go
            Platform.getInstanceLocation().release();
            EndOfData.erase(options.data());
            return EXIT_OK;
        }
        return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
    }

    /** Whether the window that has the folder came to the front. */
    private static boolean raised(Path data) {
        String version =
                FrameworkUtil.getBundle(WorkbenchApplication.class).getVersion().toString();
        try (RemoteEngine other = RemoteEngine.attach(data, version)) {
            return other.window().raise();
        } catch (FailureException e) {
            log.warn(
                    "the window that is open already could not be reached: {}",
                    e.failure().code());
            return false;
        }
    }

    /** Takes the folder of window positions for this process; {@code false} when another one has it. */
    private static boolean takeWorkbenchFolder(Path folder) {
        Location location = Platform.getInstanceLocation();
        try {
            return location.isSet()
                    ? location.lock()
                    : location.set(folder.toUri().toURL(), true);
        } catch (IOException e) {
            // the window opens all the same, and says there what is wrong with the data folder
            log.warn("the positions of windows cannot be kept: {}", e.getClass().getSimpleName());
            return true;
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            IWorkbench workbench = PlatformUI.getWorkbench();
            workbench.getDisplay().asyncExec(workbench::close);
        }
    }
}
