// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.engine.Engine;
import officina.engine.PluginItem;
import officina.engine.Subscription;
import officina.plugins.ui.model.GrantText;
import officina.plugins.ui.model.PluginText;
import officina.plugins.ui.model.Words;
import officina.ui.base.Coalesced;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Following;
import officina.ui.base.Icon;
import officina.ui.base.NoticeLine;
import officina.ui.base.Pane;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** The content of the page: the plug-ins there are, and everything about the selected one. */
public final class PluginsPane implements Pane {

    /** With more width the details stand beside the list. */
    private static final int WIDE = 880;

    private static final int LIST = 340;
    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 7;

    private final PaneSite site;
    private final Composite body;
    private final Composite offers;
    private final FlatButton installedSwitch;
    private final FlatButton availableSwitch;
    private final AvailablePart available;
    private final Field filter;
    private final PluginList list;
    private final Label nothing;
    private final Composite line;
    private final Composite place;
    private final Installing installing;
    private final PluginDetails details;
    private @Nullable Shown shown;
    private @Nullable String wanted;
    private int asked;
    private boolean focusWhenLoaded;

    /** How things stand. */
    private record Shown(List<PluginItem> plugins, GrantText texts) {}

    /** What the person leaves when this content is replaced by another. */
    private record Left(String filter, @Nullable String plugin, boolean available) {}

    /** With the system's own dialogs for files and folders. */
    public static PluginsPane of(PaneSite site, Engine engine) {
        return new PluginsPane(site, engine, Choices.SYSTEM);
    }

    PluginsPane(PaneSite site, Engine engine, Choices choices) {
        this.site = site;
        GridLayoutFactory.fillDefaults()
                .margins(Space.L, Space.L)
                .spacing(0, Space.S)
                .applyTo(site.parent());
        Composite top = composite(site.parent());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(Space.S, 0).applyTo(top);
        filter = new Field(top, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.SEARCH)
                .hint(Words.FILTER.text())
                .named(Words.FILTER.text());
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(filter);
        FlatButton install = new FlatButton(top, site.kit(), FlatButton.Look.PLAIN, Shade.SURFACE)
                .text(Words.INSTALL.text())
                .onPress(() -> site.guard(this::install));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(install);
        Composite switches = composite(site.parent());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(Space.S, 0).applyTo(switches);
        installedSwitch = toggle(switches, Words.INSTALLED_PART, false);
        availableSwitch = toggle(switches, Words.AVAILABLE, true);
        body = composite(site.parent());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults().spacing(Space.L, Space.L).applyTo(body);
        list = new PluginList(body, site, this::select);
        nothing = new Label(body, SWT.WRAP);
        nothing.setText(Words.FILTER_NONE.text());
        nothing.setFont(site.kit().theme().font(Type.BODY));
        site.kit().theme().paint(nothing, Shade.SURFACE, Shade.MUTED);
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(nothing);
        line = new Composite(body, SWT.NONE);
        site.kit().theme().paint(line, Shade.BORDER, Shade.TEXT);
        place = composite(body);
        place.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(place);
        offers = composite(site.parent());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(offers);
        NoticeLine notices = new NoticeLine(site.parent(), site);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(notices.control());
        installing = new Installing(site, notices, choices, this::showInstalled, this::load);
        details = new PluginDetails(place, site, new Decisions(site, notices, this::load, choices), installing);
        available = new AvailablePart(offers, site, installing);
        turn(false);
        Left left = site.remembered(Left.class);
        if (left != null) {
            filter.text().setText(left.filter());
            wanted = left.plugin();
            if (left.available()) {
                turn(true);
            }
        }
        filter.text().addListener(SWT.Modify, site.guarded(_ -> narrow()));
        filter.text().addListener(SWT.KeyDown, site.guarded(this::keyInFilter));
        list.control().addListener(SWT.KeyDown, site.guarded(this::keyInList));
        list.control().addListener(SWT.DefaultSelection, site.guarded(_ -> details.focus()));
        body.addListener(SWT.Resize, _ -> arrange());
        site.showLoading(Words.LOADING.text());
        load();
        follow(engine);
    }

    @Override
    public void focus() {
        if (shown == null) {
            focusWhenLoaded = true;
        } else if (isAvailable()) {
            filter.setFocus();
        } else if (list.control().isVisible()) {
            list.control().setFocus();
        } else {
            filter.setFocus();
        }
    }

    @Override
    public Object remember() {
        return new Left(filter.text().getText(), wanted, isAvailable());
    }

    private void install() {
        installing.begin();
    }

    private FlatButton toggle(Composite parent, Words label, boolean toAvailable) {
        return new FlatButton(parent, site.kit(), FlatButton.Look.PLAIN, Shade.SURFACE, true)
                .text(label.text())
                .onPress(() -> site.guard(() -> turn(toAvailable)));
    }

    private boolean isAvailable() {
        return availableSwitch.isOn();
    }

    /** To what is installed, or to what is offered, which is asked for anew each time. */
    private void turn(boolean toAvailable) {
        installedSwitch.setOn(!toAvailable);
        availableSwitch.setOn(toAvailable);
        visible(body, !toAvailable);
        visible(offers, toAvailable);
        if (toAvailable) {
            available.load();
        }
        Shown now = shown;
        if (now != null) {
            show(now);
        }
        site.parent().layout();
    }

    /** From where nothing is installed. */
    private void seeAvailable() {
        turn(true);
        availableSwitch.setFocus();
    }

    /** Shows that plug-in, as soon as there is a list. */
    public void look(PluginId plugin) {
        turn(false);
        filter.text().setText("");
        wanted = plugin.value();
        narrow();
    }

    private void showInstalled(PluginId plugin) {
        turn(false);
        filter.text().setText("");
        // not before: what was shown until now is shown once more for that
        wanted = plugin.value();
        load();
    }

    /** What others allow and take back; looked at once more when it is listened to, so that nothing is missed. */
    private void follow(Engine engine) {
        Coalesced<Boolean> news = site.coalesced(_ -> load());
        site.owned().own(Following.of(() -> {
            Subscription subscription = engine.plugins().onChange(_ -> news.set(true));
            news.set(true);
            return subscription;
        }));
    }

    /** Only what was asked last counts, whichever answer comes last. */
    private void load() {
        int now = ++asked;
        site.call(
                engine -> look(engine, site),
                next -> {
                    if (now == asked) {
                        show(next);
                    }
                },
                failure -> {
                    if (now == asked) {
                        site.showFailing(failure, this::load);
                    }
                });
    }

    private static Shown look(Engine engine, PaneSite site) {
        Map<RecordId, String> projects = engine.projects().list().stream()
                .collect(Collectors.toMap(
                        each -> each.id(), each -> each.project().name()));
        return new Shown(engine.plugins().list(), new GrantText(site.kit().dates(), projects));
    }

    private void show(Shown next) {
        shown = next;
        if (next.plugins().isEmpty() && !isAvailable()) {
            site.showEmpty(
                    Icon.TOOL,
                    Words.EMPTY_TITLE.text(),
                    Words.EMPTY_TEXT.text(),
                    new PaneAction(Words.INSTALL.text(), this::install),
                    new PaneAction(Words.AVAILABLE_SEE.text(), this::seeAvailable));
            return;
        }
        site.showContent();
        narrow();
        if (focusWhenLoaded) {
            focusWhenLoaded = false;
            focus();
        }
    }

    private void narrow() {
        available.narrow(filter.text().getText());
        Shown now = shown;
        if (now == null) {
            return;
        }
        PluginItem selected = list.show(
                now.plugins().stream()
                        .filter(each -> PluginText.matches(each, filter.text().getText()))
                        .toList(),
                wanted);
        visible(list.control(), selected != null);
        visible(nothing, selected == null);
        if (selected == null) {
            details.clear();
        } else {
            select(selected);
        }
        arrange();
    }

    private void select(PluginItem item) {
        wanted = item.id().value();
        if (details.show(item, Objects.requireNonNull(shown).texts())) {
            list.control().setFocus();
        }
    }

    private void keyInFilter(Event key) {
        if (key.keyCode == SWT.ARROW_DOWN && list.control().isVisible()) {
            key.doit = false;
            list.control().setFocus();
        } else if (key.keyCode == SWT.ESC && filter.text().getCharCount() > 0) {
            key.doit = false;
            filter.text().setText("");
        }
    }

    private void keyInList(Event key) {
        if ((key.stateMask & SWT.MOD1) != 0 && key.keyCode == 'f') {
            filter.setFocus();
            filter.text().selectAll();
        }
    }

    private void arrange() {
        boolean wide = body.getSize().x >= WIDE;
        ((GridLayout) body.getLayout()).numColumns = wide ? 3 : 1;
        GridData data = wide
                ? GridDataFactory.fillDefaults()
                        .grab(false, true)
                        .hint(LIST, SWT.DEFAULT)
                        .create()
                : GridDataFactory.fillDefaults()
                        .grab(true, false)
                        .hint(SWT.DEFAULT, rows())
                        .create();
        data.exclude = !list.control().getVisible();
        list.control().setLayoutData(data);
        GridData thin = GridDataFactory.fillDefaults().hint(1, 1).create();
        thin.grabExcessHorizontalSpace = !wide;
        thin.exclude = data.exclude;
        line.setLayoutData(thin);
        line.setVisible(!data.exclude);
        body.layout();
    }

    private int rows() {
        int rows = Math.clamp(list.control().getItemCount(), LEAST_ROWS, MOST_ROWS);
        // never so many that the details have no room
        int room = Math.max(
                LEAST_ROWS,
                body.getSize().y * 2 / 5 / Math.max(1, list.control().getItemHeight()));
        return Math.min(rows, room) * list.control().getItemHeight();
    }

    private static void visible(Control control, boolean visible) {
        if (control.getLayoutData() instanceof GridData data) {
            data.exclude = !visible;
        }
        control.setVisible(visible);
    }

    private Composite composite(Composite parent) {
        Composite made = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(made, Shade.SURFACE, Shade.TEXT);
        return made;
    }
}
