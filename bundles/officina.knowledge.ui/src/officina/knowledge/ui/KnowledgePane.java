// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexQuery;
import officina.api.record.RecordKind;
import officina.engine.Engine;
import officina.engine.FolderStatus;
import officina.knowledge.ui.model.Words;
import officina.ui.base.Coalesced;
import officina.ui.base.Field;
import officina.ui.base.FileDrop;
import officina.ui.base.FlatButton;
import officina.ui.base.Following;
import officina.ui.base.Icon;
import officina.ui.base.NoticeLine;
import officina.ui.base.OpenedDocument.Opened;
import officina.ui.base.Pane;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.PaneStack;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** The content of the view: the folders while nothing is looked for, else what was found. */
final class KnowledgePane implements Pane {

    /** After the last key. */
    private static final Duration PAUSE = Duration.ofMillis(150);

    /** While a folder is being read by somebody else. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private static final int MOST = 30;

    private final PaneSite site;
    private final Function<Shell, Optional<Path>> chooseFolder;
    private final Field search;
    private final PaneStack stack;
    private final StackLayout layout = new StackLayout();
    private final FoldersPage folders;
    private final Results results;
    private final NoticeLine notices;
    private AutoCloseable waiting = () -> {};
    private boolean glancing;
    private boolean none = true;
    private int searches;

    /** What the person leaves when this content is replaced by another. */
    private record Left(String searched) {}

    /**
     * @param engine tells of folders that somebody else adds
     * @param chooseFolder asks the person; empty when they change their mind
     * @param open shows a document
     */
    KnowledgePane(PaneSite site, Engine engine, Function<Shell, Optional<Path>> chooseFolder, Consumer<Opened> open) {
        this.site = site;
        this.chooseFolder = chooseFolder;
        Composite parent = site.parent();
        GridLayoutFactory.fillDefaults()
                .margins(Space.M, Space.S)
                .spacing(0, Space.S)
                .applyTo(parent);
        Composite head = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(head, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(Space.S, 0).applyTo(head);
        search = new Field(head, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.SEARCH)
                .named(Words.SEARCH.text())
                .hint(Words.SEARCH.text());
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(search);
        FlatButton add = new FlatButton(head, site.kit(), FlatButton.Look.QUIET, Shade.SURFACE)
                .icon(Icon.PLUS)
                .named(Words.ADD.text())
                .onPress(() -> site.guard(this::add));
        add.setToolTipText(Words.ADD.text());
        stack = new PaneStack(parent, site.kit());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack.control());
        stack.content().setLayout(layout);
        folders = new FoldersPage(stack.content(), site, this::load);
        FileDrop.onto(parent, dropped -> dropped.forEach(this::add));
        results = new Results(stack.content(), site, open);
        layout.topControl = folders.control();
        notices = new NoticeLine(parent, site);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(notices.control());
        search.text().addListener(SWT.Modify, site.guarded(_ -> searchSoon()));
        search.text().addListener(SWT.DefaultSelection, site.guarded(_ -> results.openSelected()));
        search.text().addListener(SWT.KeyDown, site.guarded(this::key));
        stack.showLoading(Words.LOADING.text());
        Left left = site.remembered(Left.class);
        if (left != null) {
            search.text().setText(left.searched());
        }
        Coalesced<Boolean> changes = site.coalesced(_ -> load());
        site.owned()
                .own(Following.of(() -> engine.sessions().subscribeAll(event -> {
                    if (event.event() instanceof RunEvent.RecordChanged change
                            && change.kind().equals(RecordKind.INDEXED_FOLDER)) {
                        changes.set(true);
                    }
                })));
        load();
    }

    @Override
    public void focus() {
        search.setFocus();
    }

    @Override
    public Object remember() {
        return new Left(search.text().getText());
    }

    private void key(Event key) {
        if (key.keyCode == SWT.ARROW_DOWN && !searched().isEmpty()) {
            key.doit = false;
            results.focus();
        } else if (key.keyCode == SWT.ESC && !searched().isEmpty()) {
            key.doit = false;
            search.text().setText("");
        }
    }

    private String searched() {
        return search.text().getText().strip();
    }

    private void load() {
        site.call(engine -> engine.knowledge().status(), this::show, failure -> stack.showFailing(failure, this::load));
    }

    private void show(List<FolderStatus> status) {
        none = status.isEmpty();
        if (folders.show(status)) {
            search.setFocus();
        }
        if (searched().isEmpty()) {
            showFolders();
        }
        if (status.stream().anyMatch(FolderStatus::atWork) && !glancing) {
            glancing = true;
            site.kit().ui().later(GLANCE, () -> {
                glancing = false;
                if (!stack.control().isDisposed()) {
                    site.guard(this::load);
                }
            });
        }
    }

    private void showFolders() {
        if (none) {
            stack.showEmpty(
                    Icon.SEARCH,
                    Words.EMPTY_TITLE.text(),
                    Words.EMPTY.text(),
                    new PaneAction(Words.ADD.text(), () -> site.guard(this::add)));
        } else {
            bring(folders.control());
        }
        notices.clear();
    }

    private void bring(Composite shown) {
        layout.topControl = shown;
        stack.content().layout();
        stack.showContent();
    }

    private void add() {
        chooseFolder.apply(site.parent().getShell()).ifPresent(this::add);
    }

    private void add(Path folder) {
        site.call(
                engine -> engine.knowledge().add(folder, null),
                added -> {
                    search.text().setText("");
                    folders.readWhenShown(added.id());
                    load();
                },
                this::object);
    }

    private void object(Failure failure) {
        notices.object(failure.told());
    }

    private void searchSoon() {
        searches++;
        try {
            waiting.close();
        } catch (Exception e) {
            throw new IllegalStateException("a timer does not fail", e);
        }
        if (searched().isEmpty()) {
            showFolders();
        } else {
            waiting = site.kit().ui().later(PAUSE, () -> {
                if (!stack.control().isDisposed()) {
                    site.guard(this::search);
                }
            });
        }
    }

    private void search() {
        int asked = searches;
        String text = searched();
        site.call(
                engine -> engine.knowledge().search(IndexQuery.of(text, MOST)),
                answer -> {
                    if (asked == searches) {
                        show(answer);
                    }
                },
                failure -> {
                    if (asked == searches) {
                        stack.showFailing(failure, this::search);
                    }
                });
    }

    private void show(IndexAnswer answer) {
        results.show(answer.hits());
        if (answer.hits().isEmpty()) {
            stack.showEmpty(Icon.SEARCH, Words.FOUND_NOTHING_TITLE.text(), Words.FOUND_NOTHING.text());
        } else {
            bring(results.control());
        }
        Failure wordsOnly = answer.wordsOnly();
        if (wordsOnly != null) {
            notices.rest(Words.WORDS_ONLY.text(wordsOnly.message()));
        } else {
            notices.rest(
                    answer.hits().isEmpty()
                            ? ""
                            : Words.FOUND.text(answer.hits().size()));
        }
    }
}
