// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import officina.api.error.Failure;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.conversation.ui.internal.Words;
import officina.engine.TransferredSession;
import officina.ui.base.Coalesced;
import officina.ui.base.NoticeLine;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Views;

/**
 * Exports, imports and deletes conversations: asks, has the engine do it off the UI thread, one at a time, says how far it
 * is and what came of it. It can be cancelled, and is when the view is closed. UI thread only.
 */
final class SessionActions {

    static final String ENDING = ".officina-session";

    /** In bytes of UTF-8; file systems refuse names above 255, and some add to them. */
    private static final int LONGEST_NAME = 200;

    private final PaneSite site;
    private final SessionQuestions person;
    private final NoticeLine notices;
    private final Runnable changed;
    private boolean busy;
    private int begun;
    private AtomicBoolean cancelled = new AtomicBoolean();

    /** @param changed told when the list of conversations is another one */
    SessionActions(PaneSite site, SessionQuestions person, NoticeLine notices, Runnable changed) {
        this.site = site;
        this.person = person;
        this.notices = notices;
        this.changed = changed;
        site.owned().own(() -> cancelled.set(true));
    }

    /** Whether something is being done; until then nothing else begins. */
    boolean isBusy() {
        return busy;
    }

    void exportTo(SessionId session, String title) {
        person.exportTo(fileName(title)).ifPresent(file -> {
            Progress progress = begin(Words.EXPORTING, title);
            site.<TransferredSession>call(
                    engine -> engine.sessions()
                            .exportTo(session, file.toAbsolutePath().normalize(), progress),
                    done -> end(Words.EXPORTED.text(
                            done.title(), number(done.events()), done.events(), String.valueOf(file.getFileName()))),
                    this::failed);
        });
    }

    void importFile() {
        person.importFrom().ifPresent(file -> importFrom(file.toAbsolutePath().normalize(), false));
    }

    private void importFrom(Path file, boolean asCopy) {
        Progress progress = begin(Words.IMPORTING, String.valueOf(file.getFileName()));
        site.<TransferredSession>call(
                engine -> engine.sessions().importFrom(file, asCopy, progress),
                done -> {
                    end(Words.IMPORTED.text(done.title(), number(done.events()), done.events()));
                    site.kit().current().open(done.session());
                    site.kit().views().show(Views.CONVERSATION);
                },
                failure -> {
                    if (!asCopy && failure.code().equals("session.exists") && person.importCopy()) {
                        importFrom(file, true);
                    } else {
                        failed(failure);
                    }
                });
    }

    void delete(SessionId session, String title) {
        if (!person.delete(title)) {
            return;
        }
        Progress progress = begin(Words.DELETING, title);
        site.call(
                engine -> engine.sessions().delete(session, progress),
                done -> {
                    leave(session);
                    end(Words.DELETED.text(title, number(done.events()), done.events()));
                },
                failure -> {
                    failed(failure);
                    if (failure.code().equals(Progress.CANCELLED)) {
                        leaveWhenGone(session);
                    }
                });
    }

    /** A deletion that is cancelled late has been one all the same. */
    private void leaveWhenGone(SessionId session) {
        site.<Boolean>call(
                engine -> engine.sessions().find(session).isEmpty(),
                gone -> {
                    if (gone) {
                        leave(session);
                    }
                },
                this::failed);
    }

    private void leave(SessionId gone) {
        if (gone.equals(site.kit().current().session())) {
            site.kit().current().open(null);
        }
    }

    /** Says what is being done, and from then on how far it is, with the way to cancel it. */
    private Progress begin(Words doing, String what) {
        busy = true;
        int number = ++begun;
        AtomicBoolean mine = new AtomicBoolean();
        cancelled = mine;
        PaneAction cancel = new PaneAction(Words.WORK_CANCEL.text(), () -> mine.set(true));
        NumberFormat percent =
                NumberFormat.getPercentInstance(site.kit().dates().locale());
        Coalesced<String> told = site.coalesced(part -> {
            if (busy && number == begun) {
                notices.tell(doing.text(what, " " + part), cancel);
            }
        });
        notices.tell(doing.text(what, ""), cancel);
        return (done, all) -> {
            if (all > 0) {
                told.set(percent.format((double) done / all));
            }
            return !mine.get();
        };
    }

    private void end(String done) {
        busy = false;
        notices.tell(done);
        changed.run();
    }

    private void failed(Failure failure) {
        busy = false;
        if (failure.code().equals(Progress.CANCELLED)) {
            notices.tell(failure.told());
            changed.run();
            return;
        }
        notices.object(failure.told());
        changed.run();
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(site.kit().dates().locale()).format(value);
    }

    /** What of a title every file system takes. */
    static String fileName(String title) {
        String plain = title.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        String cut = cut(plain, LONGEST_NAME - ENDING.length()).strip();
        return (cut.isEmpty() ? Words.EXPORT_NAME.text() : cut) + ENDING;
    }

    /** As many whole characters as fit into that many bytes of UTF-8. */
    private static String cut(String text, int bytes) {
        int end = 0;
        int taken = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            taken += letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
            if (taken > bytes) {
                break;
            }
            end += Character.charCount(letter);
        }
        return text.substring(0, end);
    }
}
