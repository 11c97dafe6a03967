// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import officina.base.Closeables;
import officina.engine.Engine;
import officina.engine.EngineOptions;
import officina.engine.HolderWindow;
import officina.engine.remote.EngineDoor;
import officina.engine.remote.RemoteEngine;
import officina.ui.base.CurrentSession;
import officina.ui.base.Dates;
import officina.ui.base.Icons;
import officina.ui.base.Theme;
import officina.ui.base.UiKit;
import officina.ui.base.UiThread;
import officina.workbench.internal.engine.EngineHost;
import officina.workbench.internal.engine.EngineServices;
import officina.workbench.internal.theme.WorkbenchPalette;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** What the whole window shares, from before the window opens until after it is closed. UI thread only. */
public final class Kit implements AutoCloseable {

    /** How long to wait for a process that has the data open and does not listen yet, or is about to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Closeables owned = new Closeables();
    private final UiKit shared;
    private final EngineHost engine;
    private final WorkbenchPalette palette;
    private final Path folder;

    private Kit(UiKit shared, EngineHost engine, WorkbenchPalette palette, Path folder) {
        this.folder = folder;
        this.shared = shared;
        this.engine = engine;
        this.palette = palette;
    }

    /** Makes everything, and offers it to the views as a service. The data folder is not opened yet. */
    public static Kit open(Display display, StartOptions options) {
        BundleContext bundles = FrameworkUtil.getBundle(Kit.class).getBundleContext();
        UiThread ui = UiThread.of(display);
        InstantSource clock = Clock.systemUTC();
        ZoneId zone = ZoneId.systemDefault();
        Locale locale = Locale.getDefault();
        WorkbenchPalette palette = new WorkbenchPalette(ui);
        Theme theme = new Theme(display, palette, JFaceResources.getResources(display));
        Icons icons = new Icons(display, theme);
        EngineDoor door = new EngineDoor(
                () -> new EngineServices(bundles).factory(),
                bundles.getBundle().getVersion().toString(),
                PATIENCE);
        FrontWindow window = new FrontWindow(display, ui);
        EngineHost engine = new EngineHost(
                ui,
                (passphrases, lost) -> {
                    Engine opened = door.open(
                            options.data(), () -> new EngineOptions(options.data(), passphrases, clock, locale, zone));
                    if (opened instanceof RemoteEngine remote) {
                        remote.whenLost(lost);
                        remote.offerWindow(window::raise);
                    } else {
                        opened.knowledge().syncInBackground();
                    }
                    return opened;
                },
                () -> PlatformUI.getWorkbench().close(),
                RemoteEngine.class::isInstance);
        UiKit shared = new UiKit(
                ui, theme, icons, new Dates(clock, zone, locale), engine, new CurrentSession(), new WorkbenchViews());
        Kit kit = new Kit(shared, engine, palette, options.workbench());
        kit.owned.own(theme);
        kit.owned.own(icons);
        kit.owned.own(engine);
        ServiceRegistration<UiKit> registration = bundles.registerService(UiKit.class, shared, null);
        kit.owned.own(registration::unregister);
        ServiceRegistration<HolderWindow> offered = bundles.registerService(HolderWindow.class, window, null);
        kit.owned.own(offered::unregister);
        return kit;
    }

    /** Where the window keeps what is its own. */
    Path folder() {
        return folder;
    }

    UiKit shared() {
        return shared;
    }

    /** The engine, and whether its data is to be erased at the end. */
    public EngineHost engine() {
        return engine;
    }

    WorkbenchPalette palette() {
        return palette;
    }

    @Override
    public void close() {
        owned.close();
    }
}
