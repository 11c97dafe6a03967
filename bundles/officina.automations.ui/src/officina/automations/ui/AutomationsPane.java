// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import officina.api.batch.Automation.LastRun;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.automations.ui.AutomationDetails.Deed;
import officina.automations.ui.model.AutomationText;
import officina.automations.ui.model.Words;
import officina.engine.AutomationItem;
import officina.engine.Engine;
import officina.engine.Subscription;
import officina.ui.base.ActivityPlace;
import officina.ui.base.Coalesced;
import officina.ui.base.Following;
import officina.ui.base.Icon;
import officina.ui.base.NoticeLine;
import officina.ui.base.Pane;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Views;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The content of the view: the batch agents there are, and everything about the selected one. */
public final class AutomationsPane implements Pane {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** How often one that is at work is asked how far it is. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 8;

    private final PaneSite site;
    private final Composite body;
    private final AutomationList list;
    private final Composite place;
    private final AutomationDetails details;
    private final NoticeLine notices;
    private boolean shown;
    private @Nullable String wanted;
    private @Nullable RunId watched;
    private String progress = "";
    private int asked;
    private boolean focusWhenLoaded;

    /** What the person leaves when this content is replaced by another. */
    private record Left(@Nullable String plugin) {}

    public AutomationsPane(PaneSite site, Engine engine) {
        this.site = site;
        AutomationText texts = new AutomationText(site.kit().dates());
        GridLayoutFactory.fillDefaults()
                .margins(Space.L, Space.L)
                .spacing(0, Space.S)
                .applyTo(site.parent());
        body = composite(site.parent());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults().spacing(0, Space.L).applyTo(body);
        list = new AutomationList(body, site, texts, this::select);
        place = composite(body);
        place.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(place);
        notices = new NoticeLine(site.parent(), site);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(notices.control());
        details = new AutomationDetails(place, site, texts, this::act);
        Left left = site.remembered(Left.class);
        if (left != null) {
            wanted = left.plugin();
        }
        list.control().addListener(SWT.DefaultSelection, site.guarded(_ -> details.focus()));
        // seen again after it was hidden: the one at work has gone on
        list.control().addListener(SWT.Paint, site.guarded(_ -> watch()));
        body.addListener(SWT.Resize, _ -> arrange());
        site.showLoading(Words.LOADING.text());
        load();
        follow(engine);
        tick();
    }

    @Override
    public void focus() {
        if (shown) {
            list.control().setFocus();
        } else {
            focusWhenLoaded = true;
        }
    }

    @Override
    public Object remember() {
        return new Left(wanted);
    }

    /** What begins, ends and is allowed; looked at once more when it is listened to, so that nothing is missed. */
    private void follow(Engine engine) {
        Coalesced<Boolean> news = site.coalesced(_ -> load());
        site.owned().own(Following.of(() -> {
            Subscription subscription = engine.automations().onChange(_ -> news.set(true));
            news.set(true);
            return subscription;
        }));
        site.owned().own(Following.of(() -> engine.plugins().onChange(_ -> news.set(true))));
    }

    /** Only what was asked last counts, whichever answer comes last. */
    private void load() {
        int now = ++asked;
        site.call(
                engine -> engine.automations().list(),
                items -> {
                    if (now == asked) {
                        show(items);
                    }
                },
                failure -> {
                    if (now == asked) {
                        site.showFailing(failure, this::load);
                    }
                });
    }

    private void show(List<AutomationItem> items) {
        shown = true;
        AutomationItem selected = list.show(items, wanted);
        if (selected == null) {
            site.showEmpty(
                    Icon.CLOCK,
                    Words.EMPTY_TITLE.text(),
                    Words.EMPTY_TEXT.text(),
                    new PaneAction(
                            Words.EMPTY_ACTION.text(), () -> site.kit().views().show(Views.PLUGINS)));
            return;
        }
        site.showContent();
        select(selected);
        arrange();
        if (focusWhenLoaded) {
            focusWhenLoaded = false;
            focus();
        }
    }

    private void select(AutomationItem item) {
        wanted = item.plugin().value();
        LastRun run = item.last();
        if (run == null || !run.run().equals(watched)) {
            progress = "";
        }
        details.show(item, progress);
        watch();
    }

    // --- how far it is ---

    /** Begins to ask the selected one how far it is, until it has ended or nobody can see it. */
    private void watch() {
        AutomationItem item = list.selected();
        LastRun run = item == null ? null : item.last();
        boolean working = item != null && item.state() == AutomationItem.State.AT_WORK;
        if (working && run != null && !run.run().equals(watched)) {
            watched = run.run();
            look(run.run());
        }
    }

    private void look(RunId run) {
        AutomationItem item = body.isDisposed() || !body.isVisible() ? null : list.selected();
        LastRun last = item == null ? null : item.last();
        boolean working = item != null && item.state() == AutomationItem.State.AT_WORK;
        if (!working || last == null || !last.run().equals(run)) {
            watched = null;
            return;
        }
        site.call(
                engine -> told(engine, run),
                text -> {
                    progress = text;
                    AutomationItem now = list.selected();
                    LastRun of = now == null ? null : now.last();
                    if (of != null && of.run().equals(run)) {
                        details.show(Objects.requireNonNull(now), text);
                    }
                    site.kit().ui().later(PACE, () -> site.guard(() -> look(run)));
                },
                // it has ended, or its session is gone: the list says it
                _ -> watched = null);
    }

    private static String told(Engine engine, RunId run) {
        RunEvent.Progress last = engine.runs().state(run).progress();
        return last == null ? "" : last.text();
    }

    /** Yesterday, today and five minutes ago follow the clock while the view is open. */
    private void tick() {
        site.kit().ui().later(MINUTE, () -> {
            if (!body.isDisposed()) {
                site.guard(list::write);
                tick();
            }
        });
    }

    // --- what is done ---

    private void act(Deed deed, AutomationItem item) {
        String name = item.name();
        LastRun run = item.last();
        switch (deed) {
            case RUN ->
                work(
                        engine -> engine.automations().run(item.plugin(), JsonObject.EMPTY),
                        () -> notices.tell(Words.BEGUN_TELL.text(name)));
            case CANCEL ->
                work(
                        engine ->
                                engine.runs().cancel(Objects.requireNonNull(run).run()),
                        () -> notices.tell(Words.CANCELLED.text(name)));
            case PAUSE -> work(engine -> engine.automations().pause(item.plugin()), () -> paused(item));
            case RESUME ->
                work(
                        engine -> engine.automations().resume(item.plugin()),
                        () -> notices.tell(Words.RESUMED.text(name)));
            case SHOW ->
                site.kit()
                        .views()
                        .activity(ActivityPlace.of(Objects.requireNonNull(run).run()));
            case PLUGIN -> site.kit().views().plugin(item.plugin());
        }
    }

    private void paused(AutomationItem item) {
        notices.tell(Words.PAUSED.text(item.name()), new PaneAction(Words.RESUME.text(), () -> act(Deed.RESUME, item)));
    }

    private void work(Consumer<Engine> work, Runnable done) {
        site.call(
                engine -> {
                    work.accept(engine);
                    return true;
                },
                _ -> {
                    done.run();
                    load();
                },
                this::object);
    }

    private void object(Failure failure) {
        notices.object(failure.told());
        load();
    }

    private void arrange() {
        int height = Math.max(1, list.control().getItemHeight());
        int rows = Math.clamp(list.control().getItemCount(), LEAST_ROWS, MOST_ROWS);
        // never so many that the details have no room
        int room = Math.max(LEAST_ROWS, body.getSize().y * 2 / 5 / height);
        GridData data = GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, list.control().getHeaderHeight() + Math.min(rows, room) * height)
                .create();
        list.control().setLayoutData(data);
        body.layout();
    }

    private Composite composite(Composite parent) {
        Composite made = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(made, Shade.SURFACE, Shade.TEXT);
        return made;
    }
}
