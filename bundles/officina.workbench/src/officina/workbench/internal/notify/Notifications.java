// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.api.json.JsonBoolean;
import officina.base.Closeables;
import officina.engine.Engine;
import officina.ui.base.EngineState;
import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import officina.ui.base.Views;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows notifications of agents in the corner of the desktop, above all windows. Officina draws them itself: another
 * program, which would have to be given the words, is not involved. UI thread only.
 */
public final class Notifications implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Notifications.class);
    private static final String SETTING = "notifications.show";
    private static final long MILLIS = 8_000;

    private final UiKit kit;
    private final Display display;
    private final Closeables owned = new Closeables();
    private Closeables following = new Closeables();

    public Notifications(Display display, UiKit kit) {
        this.display = display;
        this.kit = kit;
        owned.own(kit.engine().onState(this::engineIs));
        owned.own(() -> following.close());
    }

    private void engineIs(EngineState state) {
        following.close();
        following = new Closeables();
        if (state instanceof EngineState.Ready(Engine engine)) {
            following.own(engine.sessions().subscribeAll(envelope -> {
                if (envelope.event() instanceof RunEvent.NotificationSent(String title, String text)) {
                    kit.ui().post(() -> ask(envelope.session(), title, text));
                }
            }));
        }
    }

    private void ask(SessionId session, String title, String text) {
        kit.engine()
                .call(
                        engine -> engine.settings().get(SETTING, null).value() instanceof JsonBoolean(boolean shown)
                                && shown,
                        wanted -> {
                            if (wanted && !display.isDisposed()) {
                                show(session, title, text);
                            }
                        },
                        failure -> log.warn("a notification was not shown: {}", failure.code()));
    }

    private void show(SessionId session, String title, String text) {
        NotificationPopup popup = NotificationPopup.forDisplay(display)
                .title(title, true)
                .titleImage(kit.icons().image(Icon.BELL, Shade.ACCENT, Space.ICON))
                .content(parent -> content(parent, session, text))
                .delay(MILLIS)
                .fadeIn(false)
                .build();
        popup.open();
    }

    private Control content(Composite parent, SessionId session, String text) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(kit.theme().font(Type.BODY));
        GridDataFactory.fillDefaults().hint(300, SWT.DEFAULT).applyTo(label);
        label.addListener(SWT.MouseUp, _ -> {
            kit.current().open(session);
            kit.views().show(Views.CONVERSATION);
        });
        return label;
    }

    @Override
    public void close() {
        owned.close();
    }
}
