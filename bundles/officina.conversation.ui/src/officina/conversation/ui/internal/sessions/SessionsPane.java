// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import java.util.List;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.SessionRow;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;
import officina.engine.Engine;
import officina.ui.base.Coalesced;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
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
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The content of the view Sessions: search, new, and the list by urgency. */
public final class SessionsPane implements Pane {

    private final PaneSite site;
    private final Text search;
    private final PaneStack stack;
    private final SessionList list;
    private final NoticeLine notices;
    private final SessionActions actions;
    private final Coalesced<Boolean> reload;
    private int asked;
    /** How far the list was scrolled before the engine changed; {@code null} once it is there again. */
    private @Nullable Integer scrolled;

    /** What is looked for, and how far the list is scrolled. */
    private record Looking(String words, int scrolled) {}

    public SessionsPane(PaneSite site, Engine engine) {
        this(site, engine, new SessionDialogs(site.parent().getShell()));
    }

    /** @param person who is asked before anything leaves, comes or goes */
    SessionsPane(PaneSite site, Engine engine, SessionQuestions person) {
        this.site = site;
        Composite parent = site.parent();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite head = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(head, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(Space.S, Space.S)
                .spacing(Space.XS, 0)
                .applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Field field = new Field(head, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.SEARCH)
                .named(Words.SEARCH.text())
                .hint(Words.SEARCH.text());
        search = field.text();
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(field);
        new FlatButton(head, site.kit(), FlatButton.Look.QUIET, Shade.SURFACE)
                .icon(Icon.PLUS)
                .named(Words.NEW_CONVERSATION.text())
                .onPress(() -> site.guard(this::startNew));

        stack = new PaneStack(parent, site.kit());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack.control());
        notices = new NoticeLine(parent, site);
        GridDataFactory.fillDefaults().grab(true, false).indent(Space.S, 0).applyTo(notices.control());
        actions = new SessionActions(site, person, notices, this::load);
        stack.content().setLayout(new FillLayout());
        list = new SessionList(stack.content(), site.kit(), this::open);
        list.control().setMenu(menu());
        list.control().addListener(SWT.KeyDown, site.guarded(this::key));

        reload = site.coalesced(_ -> load());
        Looking left = site.remembered(Looking.class);
        if (left != null) {
            search.setText(left.words());
            scrolled = left.scrolled();
        }
        search.addListener(SWT.Modify, site.guarded(_ -> reload.set(true)));
        search.addListener(SWT.KeyDown, site.guarded(event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                list.control().setFocus();
            }
        }));
        site.owned()
                .own(site.kit()
                        .current()
                        .onChange(() -> list.select(site.kit().current().session())));
        site.owned().own(Following.of(() -> engine.sessions().subscribeAll(this::happened)));
        stack.showLoading(Words.LOADING.text());
        load();
    }

    @Override
    public void focus() {
        if (list.rows().isEmpty()) {
            search.setFocus();
        } else {
            list.control().setFocus();
        }
    }

    @Override
    public Object remember() {
        return new Looking(search.getText(), list.scrolled());
    }

    SessionList list() {
        return list;
    }

    /** Puts the keyboard into the search field. */
    public void search() {
        search.setFocus();
        search.selectAll();
    }

    /** Lets the person type another title for the selected session. */
    public void rename() {
        SessionRow.Item item = list.selectedItem();
        if (item != null) {
            new RenameField(
                    list.control(), list.areaOf(list.selectedRow()), item.title(), title -> rename(item.id(), title));
        }
    }

    /** Asks where to, and writes the selected conversation into a file. */
    public void export() {
        SessionRow.Item item = list.selectedItem();
        if (item != null && !actions.isBusy()) {
            actions.exportTo(item.id(), item.title());
        }
    }

    /** Asks for a file, and brings in the conversation it holds. */
    public void importFile() {
        if (!actions.isBusy()) {
            actions.importFile();
        }
    }

    /** Asks, and deletes the selected conversation for ever. */
    public void delete() {
        SessionRow.Item item = list.selectedItem();
        if (item != null && !actions.isBusy()) {
            actions.delete(item.id(), item.title());
        }
    }

    private void rename(SessionId session, String title) {
        site.call(
                engine -> {
                    engine.sessions().rename(session, title);
                    return true;
                },
                _ -> load());
    }

    private void startNew() {
        site.kit().current().open(null);
        site.kit().views().show(Views.CONVERSATION);
    }

    private void open(SessionId session) {
        site.kit().current().open(session);
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.CR, SWT.KEYPAD_CR -> site.kit().views().show(Views.CONVERSATION);
            case SWT.F2 -> rename();
            case SWT.DEL -> delete();
            default -> {}
        }
    }

    private Menu menu() {
        Menu menu = new Menu(list.control());
        List<MenuItem> ofOne = List.of(
                item(menu, Words.RENAME_COMMAND, this::rename),
                item(menu, Words.EXPORT_COMMAND, this::export),
                item(menu, Words.DELETE_COMMAND, this::delete));
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem bring = item(menu, Words.IMPORT_COMMAND, this::importFile);
        menu.addListener(SWT.Show, _ -> {
            boolean one = list.selectedItem() != null;
            ofOne.forEach(each -> each.setEnabled(one && !actions.isBusy()));
            bring.setEnabled(!actions.isBusy());
        });
        return menu;
    }

    private MenuItem item(Menu menu, Words word, Runnable run) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(word.text());
        item.addListener(SWT.Selection, site.guarded(_ -> run.run()));
        return item;
    }

    /** Called for every event of every session, so it lets pass only what the list shows. Not the UI thread. */
    private void happened(EventEnvelope envelope) {
        boolean shown =
                switch (envelope.event()) {
                    case RunEvent.RunStarted _,
                            RunEvent.RunResumed _,
                            RunEvent.RunInterrupted _,
                            RunEvent.RunFinished _,
                            RunEvent.RunFailed _,
                            RunEvent.RunCancelled _,
                            RunEvent.ApprovalAsked _,
                            RunEvent.ApprovalGiven _,
                            RunEvent.ApprovalRefused _,
                            RunEvent.QuestionAsked _,
                            RunEvent.QuestionAnswered _ -> true;
                    case RunEvent.RecordChanged change -> change.kind().equals(RecordKind.SESSION);
                    case RunEvent.AgentChosen _,
                            RunEvent.IntentsFound _,
                            RunEvent.IntentBegun _,
                            RunEvent.TextDelta _,
                            RunEvent.PartWritten _,
                            RunEvent.Reasoning _,
                            RunEvent.ToolAsked _,
                            RunEvent.ToolStarted _,
                            RunEvent.ToolFinished _,
                            RunEvent.PlanProposed _,
                            RunEvent.StepStarted _,
                            RunEvent.StepFinished _,
                            RunEvent.StepFailed _,
                            RunEvent.StepSkipped _,
                            RunEvent.AccessUsed _,
                            RunEvent.AccessDenied _,
                            RunEvent.FileChanged _,
                            RunEvent.KeysChanged _,
                            RunEvent.NotificationSent _,
                            RunEvent.UsageReported _,
                            RunEvent.Progress _,
                            RunEvent.LogLine _,
                            RunEvent.ChildRun _,
                            RunEvent.Unknown _ -> false;
                };
        if (shown) {
            reload.set(true);
        }
    }

    private void load() {
        String words = search.getText().strip();
        int ask = ++asked;
        site.<List<SessionSummary>>call(
                engine -> engine.sessions()
                        .list(new SessionQuery(null, words.isEmpty() ? null : words, SessionQuery.ALL.limit())),
                found -> {
                    if (ask == asked) {
                        show(found, words);
                    }
                },
                failure -> stack.showFailing(failure, this::load));
    }

    private void show(List<SessionSummary> found, String words) {
        list.show(SessionRow.of(found));
        list.select(site.kit().current().session());
        if (scrolled != null) {
            list.scrollTo(scrolled);
            scrolled = null;
        }
        if (!found.isEmpty()) {
            stack.showContent();
        } else if (words.isEmpty()) {
            stack.showEmpty(
                    Icon.SESSIONS,
                    Words.NO_SESSIONS.text(),
                    Words.NO_SESSIONS_TEXT.text(),
                    new PaneAction(Words.NEW_CONVERSATION.text(), this::startNew));
        } else {
            stack.showEmpty(Icon.SEARCH, Words.NONE_FOUND.text(), Words.NONE_FOUND_TEXT.text(words));
        }
    }
}
