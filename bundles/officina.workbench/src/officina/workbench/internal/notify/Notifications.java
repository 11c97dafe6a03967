// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import officina.api.id.PluginId;
import officina.api.id.SessionId;
import officina.api.json.JsonBoolean;
import officina.base.Closeables;
import officina.base.GlibLibrary;
import officina.base.Threads;
import officina.engine.Engine;
import officina.ui.base.EngineState;
import officina.ui.base.Following;
import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows what agents tell the person, and what plug-ins were refused, while the window is not looked at: by the desktop's own service, or drawn by Officina
 * where there is none. UI thread only.
 */
public final class Notifications implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final String SETTING = "notifications.show";

    private final UiKit kit;
    private final Display display;
    private final DrawnNotice drawn;
    private final Closeables owned = new Closeables();
    private final ExecutorService messenger = Threads.inOrder("notifications");
    private final Object desktopLock = new Object();
    private @Nullable Optional<DesktopService> desktop;
    private boolean closed;
    private Closeables following = new Closeables();

    public Notifications(Display display, UiKit kit) {
        this.display = display;
        this.kit = kit;
        drawn = new DrawnNotice(display, kit);
        owned.own(kit.engine().onState(this::engineIs));
        owned.own(() -> following.close());
    }

    private void engineIs(EngineState state) {
        following.close();
        following = new Closeables();
        if (state instanceof EngineState.Ready(Engine engine)) {
            Tellings tellings = new Tellings(kit.dates()::now);
            following.own(Following.of(() -> engine.sessions().subscribeAll(envelope -> {
                Notice notice = tellings.of(envelope);
                if (notice != null) {
                    kit.ui().post(() -> ask(notice));
                }
            })));
        }
    }

    private void ask(Notice notice) {
        kit.engine()
                .call(
                        engine -> engine.settings().get(SETTING, null).value() instanceof JsonBoolean(boolean shown)
                                && shown,
                        wanted -> {
                            if (wanted && !closed) {
                                messenger.execute(() -> deliver(notice));
                            }
                        },
                        failure -> log.warn("a notification was not shown: {}", failure.code()));
    }

    /** Off the UI thread: the desktop may take its time. */
    private void deliver(Notice notice) {
        if (!takenByDesktop(notice)) {
            kit.ui().post(() -> {
                if (!display.isDisposed() && !closed) {
                    drawn.show(notice, () -> open(notice));
                }
            });
        }
    }

    private boolean takenByDesktop(Notice notice) {
        synchronized (desktopLock) {
            if (closed) {
                return true;
            }
            Optional<DesktopService> service = desktop;
            if (service == null) {
                service = DesktopService.open(System.getenv("DBUS_SESSION_BUS_ADDRESS"));
                desktop = service;
            }
            return service.isPresent() && taken(service.get(), notice);
        }
    }

    private boolean taken(DesktopService service, Notice notice) {
        try {
            service.show(notice.title(), notice.text(), notice.place().word(), () -> open(notice));
            return true;
        } catch (GlibLibrary.CallFailedException e) {
            log.warn("the desktop did not take a notification");
            return false;
        }
    }

    private void open(Notice notice) {
        if (closed) {
            return;
        }
        Arrays.stream(display.getShells()).filter(Shell::isVisible).findFirst().ifPresent(Shell::forceActive);
        switch (notice.place()) {
            case Notice.Conversation(SessionId session) -> {
                kit.current().open(session);
                kit.views().show(Views.CONVERSATION);
            }
            case Notice.Plugin(PluginId plugin) -> kit.views().plugin(plugin);
        }
    }

    /** Waits for a call to the desktop that is under way; such a call has a limit. */
    @Override
    public void close() {
        messenger.shutdown();
        synchronized (desktopLock) {
            closed = true;
            if (desktop != null) {
                desktop.ifPresent(DesktopService::close);
            }
        }
        owned.close();
    }
}
