// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import officina.api.error.Failure;
import officina.base.Progress;
import officina.engine.FolderStatus;
import officina.engine.SyncedFolders;
import officina.knowledge.ui.model.FolderText;
import officina.knowledge.ui.model.Words;
import officina.ui.base.Coalesced;
import officina.ui.base.EngineWork;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** One folder: how it is, and what can be done. Reading goes on when the page is left; it can be given up here. */
final class FolderSection {

    private static final String CANCELLED = "work.cancelled";

    private final Section section;
    private final PaneSite site;
    private final Runnable changed;
    private @Nullable FolderStatus shown;
    private boolean troublesShown;

    FolderSection(Section section, PaneSite site, Runnable changed) {
        this.section = section;
        this.site = site;
        this.changed = changed;
    }

    /** Says whether it had the keyboard. */
    boolean dispose() {
        boolean focused = section.holdsFocus();
        section.dispose();
        return focused;
    }

    void show(FolderStatus status) {
        shown = status;
        boolean troubled = status.troubled() > 0;
        boolean paused = status.item().folder().paused();
        String facts = FolderText.facts(status);
        section.show(
                icon(status),
                status.failure() != null ? Shade.WARNING : Shade.MUTED,
                FolderText.state(status, site.kit().dates()),
                troublesShown && troubled ? facts + "\n\n" + String.join("\n", FolderText.troubles(status)) : facts,
                actions(status, troubled, paused));
    }

    private static Icon icon(FolderStatus status) {
        if (status.atWork()) {
            return Icon.LOADING;
        }
        return status.failure() != null ? Icon.WARNING : Icon.FOLDER;
    }

    private PaneAction[] actions(FolderStatus status, boolean troubled, boolean paused) {
        List<PaneAction> actions = new ArrayList<>();
        if (paused) {
            actions.add(new PaneAction(
                    Words.RESUME.text(),
                    () -> act(engine -> engine.knowledge().resume(status.item().id()), this::read)));
        } else {
            if (!status.atWork()) {
                actions.add(new PaneAction(
                        (status.syncedAt() == null ? Words.READ_NOW : Words.READ_AGAIN).text(), this::read));
            }
            actions.add(new PaneAction(
                    Words.PAUSE.text(),
                    () -> act(engine -> engine.knowledge().pause(status.item().id()), () -> {})));
        }
        if (troubled) {
            String label = troublesShown ? Words.TROUBLES_HIDE.text() : Words.TROUBLES.text(status.troubled());
            actions.add(new PaneAction(label, () -> {
                troublesShown = !troublesShown;
                show(status);
            }));
        }
        actions.add(new PaneAction(Words.REMOVE.text(), () -> askToRemove(status)));
        return actions.toArray(PaneAction[]::new);
    }

    /** Reads what is new or changed, telling how far it is. */
    void read() {
        FolderStatus status = shown;
        if (status == null || section.isOpen() || section.isDisposed()) {
            return;
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        Composite opened = section.open();
        Label progress = section.label(opened, Type.BODY, Shade.TEXT, Words.READING_FIRST.text());
        FlatButton cancel = section.buttons(opened, Words.CANCEL.text(), () -> cancelled.set(true));
        section.opened(cancel);
        Coalesced<String> told = site.coalesced(text -> {
            if (!progress.isDisposed()) {
                progress.setText(text);
            }
        });
        Progress following = (done, all) -> {
            if (all > 0) {
                told.set(Words.READING.text(done, all));
            }
            return !cancelled.get();
        };
        site.call(engine -> engine.knowledge().sync(status.item().id(), following), this::ended, failure -> {
            section.close();
            if (failure.code().equals(CANCELLED)) {
                section.tell(Words.CANCELLED.text());
            } else {
                section.object(failure);
            }
            changed.run();
        });
    }

    private void ended(SyncedFolders synced) {
        section.close();
        section.tell(Words.READ_DONE.text(synced.written(), synced.removed()));
        changed.run();
    }

    private void askToRemove(FolderStatus status) {
        Composite opened = section.open();
        section.label(
                opened,
                Type.BODY,
                Shade.DANGER,
                Words.REMOVE_TEXT.text(status.item().folder().path().toString()));
        section.opened(section.buttons(
                opened,
                Words.REMOVE_DO.text(),
                () -> act(
                        engine -> {
                            engine.knowledge().remove(status.item().id());
                            return true;
                        },
                        () -> {}),
                new PaneAction(Words.CANCEL.text(), section::close)));
    }

    private <T> void act(EngineWork<T> work, Runnable then) {
        site.call(
                work,
                _ -> {
                    section.close();
                    changed.run();
                    then.run();
                },
                this::object);
    }

    private void object(Failure failure) {
        section.object(failure);
    }
}
