// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.status;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.base.Closeables;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.remote.RemoteEngine;
import officina.ui.base.Coalesced;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.Following;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** Answers at any time: which model, where it runs, what agents may touch, what it has cost. */
public final class StatusArea {

    /** The element's identifier in the window. */
    public static final String ID = "officina.workbench.status";

    private final UiKit kit;

    private final Map<StatusItem, FlatButton> buttons = new EnumMap<>(StatusItem.class);
    private Closeables following = new Closeables();
    private Diagnostics.@Nullable Status status;

    @Inject
    public StatusArea(UiKit kit) {
        this.kit = kit;
    }

    @PostConstruct
    void create(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        kit.theme().paint(area, Shade.CHROME, Shade.MUTED);
        GridLayoutFactory.fillDefaults()
                .numColumns(StatusItem.values().length)
                .margins(Space.XS, 0)
                .spacing(Space.XS, 0)
                .applyTo(area);
        for (StatusItem item : StatusItem.values()) {
            FlatButton button = new FlatButton(area, kit, FlatButton.Look.QUIET, Shade.CHROME)
                    .icon(item.icon())
                    .text(Words.UNKNOWN.text());
            button.onPress(() -> new StatusDetails(button, kit, item, valueOf(item)).open());
            // nothing is known before the data is open, and three dots would say no more than that
            button.setVisible(false);
            buttons.put(item, button);
        }
        Coalesced<Boolean> refresh = new Coalesced<>(kit.ui(), Duration.ofSeconds(1), _ -> read(area));
        Owned.by(area).own(kit.engine().onState(state -> engineIs(state, refresh)));
        Owned.by(area).own(kit.current().onChange(() -> refresh.set(true)));
        Owned.by(area).own(() -> following.close());
    }

    private void engineIs(EngineState state, Coalesced<Boolean> refresh) {
        following.close();
        following = new Closeables();
        if (state instanceof EngineState.Ready(Engine engine)) {
            following.own(Following.of(() -> engine.sessions().subscribeAll(event -> {
                if (mayChange(event)) {
                    refresh.set(true);
                }
            })));
            refresh.set(true);
        } else if (state instanceof EngineState.Starting && status != null) {
            // the process that had the data is gone
            FlatButton place = Objects.requireNonNull(buttons.get(StatusItem.PLACE));
            place.text(Words.OPENING.text());
            place.named(Words.ITEM.text(StatusItem.PLACE.title(), Words.OPENING.text()));
            place.getParent().requestLayout();
        }
    }

    private static boolean mayChange(EventEnvelope envelope) {
        return envelope.event() instanceof RunEvent.UsageReported || envelope.event() instanceof RunEvent.RecordChanged;
    }

    private void read(Composite area) {
        if (!area.isDisposed()) {
            SessionId conversation = kit.current().session();
            kit.engine()
                    .call(
                            engine -> status(engine, conversation),
                            found -> showIfCurrent(found, conversation, area),
                            _ -> {
                                // the views say what is wrong with the engine; here the last answer stays
                            });
        }
    }

    private static Diagnostics.Status status(Engine engine, @Nullable SessionId conversation) {
        Diagnostics.Status found = engine.diagnostics().status(conversation);
        if (!(engine instanceof RemoteEngine remote)) {
            return found;
        }
        String place = Words.OTHER_PROCESS.text(
                found.place(), Long.toString(remote.peer().process()));
        return new Diagnostics.Status(found.model(), place, found.access(), found.cost());
    }

    /** An answer that comes after the person has gone on is about another conversation. */
    private void showIfCurrent(Diagnostics.Status found, @Nullable SessionId conversation, Composite area) {
        if (Objects.equals(conversation, kit.current().session())) {
            show(found, area);
        }
    }

    private void show(Diagnostics.Status found, Composite area) {
        if (area.isDisposed()) {
            return;
        }
        status = found;
        buttons.forEach((item, button) -> {
            button.text(sentence(item.value(found)));
            button.named(Words.ITEM.text(item.title(), sentence(item.value(found))));
            button.setVisible(true);
        });
        area.requestLayout();
    }

    private String valueOf(StatusItem item) {
        Diagnostics.Status now = status;
        return now == null ? Words.UNKNOWN.text() : sentence(item.value(now));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
