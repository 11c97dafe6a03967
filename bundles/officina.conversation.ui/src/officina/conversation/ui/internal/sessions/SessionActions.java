// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.sessions;

import java.nio.file.Path;
import java.text.NumberFormat;
import officina.api.error.Failure;
import officina.api.id.SessionId;
import officina.conversation.ui.internal.Words;
import officina.engine.TransferredSession;
import officina.ui.base.NoticeLine;
import officina.ui.base.PaneSite;
import officina.ui.base.Views;

/**
 * Exports, imports and deletes conversations: asks, has the engine do it off the UI thread, one at a time, and says what
 * came of it. UI thread only.
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

    /** @param changed told when the list of conversations is another one */
    SessionActions(PaneSite site, SessionQuestions person, NoticeLine notices, Runnable changed) {
        this.site = site;
        this.person = person;
        this.notices = notices;
        this.changed = changed;
    }

    /** Whether something is being done; until then nothing else begins. */
    boolean isBusy() {
        return busy;
    }

    void exportTo(SessionId session, String title) {
        person.exportTo(fileName(title)).ifPresent(file -> {
            begin(Words.EXPORTING.text(title));
            site.<TransferredSession>call(
                    engine -> engine.sessions()
                            .exportTo(session, file.toAbsolutePath().normalize()),
                    done -> end(Words.EXPORTED.text(
                            done.title(), number(done.events()), done.events(), String.valueOf(file.getFileName()))),
                    this::failed);
        });
    }

    void importFile() {
        person.importFrom().ifPresent(file -> importFrom(file.toAbsolutePath().normalize(), false));
    }

    private void importFrom(Path file, boolean asCopy) {
        begin(Words.IMPORTING.text(String.valueOf(file.getFileName())));
        site.<TransferredSession>call(
                engine -> engine.sessions().importFrom(file, asCopy),
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
        begin(Words.DELETING.text(title));
        site.call(
                engine -> engine.sessions().delete(session),
                done -> {
                    if (session.equals(site.kit().current().session())) {
                        site.kit().current().open(null);
                    }
                    end(Words.DELETED.text(title, number(done.events()), done.events()));
                },
                this::failed);
    }

    private void begin(String doing) {
        busy = true;
        notices.tell(doing);
    }

    private void end(String done) {
        busy = false;
        notices.tell(done);
        changed.run();
    }

    private void failed(Failure failure) {
        busy = false;
        notices.object(failure.remedy() == null ? failure.message() : failure.message() + " " + failure.remedy());
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
