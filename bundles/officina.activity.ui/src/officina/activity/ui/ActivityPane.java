// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import officina.activity.ui.model.ActivityBoard;
import officina.activity.ui.model.ActivityFilter;
import officina.activity.ui.model.EntryText;
import officina.activity.ui.model.Kind;
import officina.activity.ui.model.Words;
import officina.api.error.FailureException;
import officina.api.record.SessionKind;
import officina.core.run.ActivityEntry;
import officina.engine.Engine;
import officina.ui.base.ActivityPlace;
import officina.ui.base.Coalesced;
import officina.ui.base.Following;
import officina.ui.base.Icon;
import officina.ui.base.NoticeLine;
import officina.ui.base.Pane;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.PaneStack;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Views;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** The content of the activity view. */
public final class ActivityPane implements Pane {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PaneSite site;
    private final Engine engine;
    private final Function<Shell, Optional<Path>> chooseFile;
    private final ActivityBoard board;
    private final ActivityFilters filters;
    private final PaneStack stack;
    private final SashForm sash;
    private final ActivityGrid grid;
    private final EntryDetails details;
    private final NoticeLine notices;
    private final Exporting exporting;

    /** What the person leaves when this content is replaced by another. */
    private record Left(ActivityFilters.Chosen chosen, ActivityGrid.Stay stay) {}

    /** @param chooseFile asks the person where to export to; empty when they change their mind */
    public ActivityPane(PaneSite site, Engine engine, Function<Shell, Optional<Path>> chooseFile) {
        this.site = site;
        this.engine = engine;
        this.chooseFile = chooseFile;
        EntryText words = new EntryText(site.kit().dates());
        board = board();
        GridLayoutFactory.fillDefaults()
                .margins(Space.M, Space.S)
                .spacing(0, Space.XS)
                .applyTo(site.parent());
        filters = new ActivityFilters(site.parent(), site, board::filter, this::export);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(filters.control());
        stack = new PaneStack(site.parent(), site.kit());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack.control());
        stack.content().setLayout(new FillLayout());
        sash = new SashForm(stack.content(), SWT.HORIZONTAL);
        site.kit().theme().paint(sash, Shade.SURFACE, Shade.TEXT);
        grid = new ActivityGrid(sash, site, words, board::older);
        details = new EntryDetails(sash, site, words, this::showConversation);
        sash.setWeights(65, 35);
        sash.setMaximizedControl(grid.control());
        sash.addListener(SWT.Resize, _ -> turn());
        notices = new NoticeLine(site.parent(), site);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(notices.control());
        exporting = new Exporting(site, engine.activity(), notices, filters::setExporting);
        grid.control().addListener(SWT.Selection, site.guarded(_ -> showDetails()));
        grid.control().addListener(SWT.DefaultSelection, site.guarded(_ -> showSelectedConversation()));
        grid.control().addListener(SWT.KeyDown, site.guarded(this::key));
        stack.showLoading(Words.LOADING.text());
        Left left = site.remembered(Left.class);
        if (left != null) {
            filters.set(left.chosen());
            grid.goOn(left.stay());
        }
        board.start(filters.filter());
        tick();
    }

    @Override
    public void focus() {
        if (stack.showsContent()) {
            grid.control().setFocus();
        } else {
            filters.focusText();
        }
    }

    @Override
    public Object remember() {
        return new Left(filters.chosen(), grid.stay());
    }

    /** Shows that part of the log, and nothing else. */
    public void look(ActivityPlace place) {
        ActivityFilter wanted = ActivityFilter.NONE
                .withSource(place.source())
                .withRun(place.run())
                .withKind(place.refused() ? Kind.ACCESS : Kind.ALL)
                .withStatus(place.refused() ? ActivityEntry.Status.DENIED : null);
        filters.reset();
        filters.set(new ActivityFilters.Chosen(wanted, 0));
        board.filter(wanted);
    }

    /** Gives the keyboard to the words to filter by. */
    public void focusFilter() {
        filters.focusText();
    }

    private ActivityBoard board() {
        Executor worker = site.worker("activity-view");
        Coalesced<ActivityBoard.View> views = site.coalesced(this::show);
        ActivityBoard made = new ActivityBoard(
                engine.activity(), engine.sessions(), site.kit().dates().zone(), worker, new ActivityBoard.Listener() {
                    @Override
                    public void shown(ActivityBoard.View view) {
                        views.set(view);
                    }

                    @Override
                    public void failed(FailureException failure) {
                        site.post(() -> stack.showFailing(failure.failure(), board::reload));
                    }
                });
        site.owned().own(Following.of(made));
        return made;
    }

    private void show(ActivityBoard.View view) {
        grid.show(view);
        filters.showSources(view.sources());
        filters.showActions(
                view.entries().stream().map(ActivityEntry::action).distinct().toList());
        int count = view.entries().size();
        notices.rest(view.complete() ? Words.COUNT.text(count) : Words.COUNT_MORE.text(count));
        if (!view.entries().isEmpty()) {
            stack.showContent();
        } else if (view.filter().restricts()) {
            PaneAction all = new PaneAction(Words.EMPTY_MATCH_ACTION.text(), () -> site.guard(this::clearFilter));
            stack.showEmpty(Icon.FILTER, Words.EMPTY_MATCH_TITLE.text(), Words.EMPTY_MATCH_TEXT.text(), all);
        } else {
            stack.showEmpty(Icon.ACTIVITY, Words.EMPTY_NONE_TITLE.text(), Words.EMPTY_NONE_TEXT.text());
        }
        showDetails();
    }

    private void clearFilter() {
        filters.reset();
        board.filter(ActivityFilter.NONE);
    }

    private void showDetails() {
        ActivityEntry entry = grid.selection();
        details.show(entry);
        sash.setMaximizedControl(entry == null ? grid.control() : null);
        if (entry != null) {
            site.call(
                    _ -> isConversation(entry),
                    there -> details.setConversation(entry, there),
                    _ -> details.setConversation(entry, false));
        }
    }

    private boolean isConversation(ActivityEntry entry) {
        return engine.sessions()
                .find(entry.session())
                .filter(session -> session.info().kind() == SessionKind.CONVERSATION)
                .isPresent();
    }

    private void showSelectedConversation() {
        ActivityEntry entry = grid.selection();
        if (entry != null) {
            site.call(
                    _ -> isConversation(entry),
                    there -> {
                        if (there) {
                            showConversation(entry);
                        }
                    },
                    failure -> notices.object(failure.message()));
        }
    }

    private void showConversation(ActivityEntry entry) {
        site.kit().current().open(entry.session(), entry.run());
        site.kit().views().show(Views.CONVERSATION);
    }

    /** Asks where to, and saves what the filter shows. */
    public void export() {
        ActivityFilter filter = filters.filter();
        chooseFile.apply(site.parent().getShell()).ifPresent(file -> exporting.start(filter, file));
    }

    private void key(Event key) {
        if ((key.stateMask & SWT.MOD1) != 0 && key.keyCode == 'f') {
            filters.focusText();
        }
    }

    /** A wide view has the details beside the table, a tall one below. */
    private void turn() {
        Rectangle area = sash.getClientArea();
        int wanted = area.width > 2 * area.height ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (area.height > 0 && sash.getOrientation() != wanted) {
            sash.setOrientation(wanted);
        }
    }

    /** "Today" and "Yesterday" follow the clock while the view is open. */
    private void tick() {
        site.kit().ui().later(MINUTE, () -> {
            if (!sash.isDisposed()) {
                site.guard(grid::redraw);
                tick();
            }
        });
    }
}
