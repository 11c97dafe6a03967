// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import officina.activity.ui.model.ActivityExport;
import officina.activity.ui.model.ActivityFilter;
import officina.activity.ui.model.Words;
import officina.api.error.Failure;
import officina.engine.Activity;
import officina.ui.base.Coalesced;
import officina.ui.base.NoticeLine;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;

/** One export at a time: runs off the UI thread, tells how far it is, can be cancelled, and ends with its view. */
final class Exporting {

    private final PaneSite site;
    private final Activity activity;
    private final NoticeLine notices;
    private final Consumer<Boolean> busy;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    Exporting(PaneSite site, Activity activity, NoticeLine notices, Consumer<Boolean> busy) {
        this.site = site;
        this.activity = activity;
        this.notices = notices;
        this.busy = busy;
        site.owned().own(() -> cancelled.set(true));
    }

    /** Writes what the filter shows into the file. */
    void start(ActivityFilter filter, Path file) {
        cancelled.set(false);
        busy.accept(true);
        AtomicBoolean over = new AtomicBoolean();
        PaneAction cancel = new PaneAction(Words.EXPORT_CANCEL.text(), () -> cancelled.set(true));
        Coalesced<Long> progress = site.coalesced(written -> {
            if (!over.get()) {
                notices.tell(Words.EXPORTING.text(written), cancel);
            }
        });
        notices.tell(Words.EXPORTING.text(0L), cancel);
        ActivityExport export =
                new ActivityExport(activity, filter, site.kit().dates().zone());
        site.call(
                _ -> export.write(file, new ActivityExport.Progress() {
                    @Override
                    public void written(long entries) {
                        progress.set(entries);
                    }

                    @Override
                    public boolean cancelled() {
                        return cancelled.get();
                    }
                }),
                written -> {
                    over.set(true);
                    ended(written, file);
                },
                failure -> {
                    over.set(true);
                    failed(failure);
                });
    }

    private void ended(long written, Path file) {
        busy.accept(false);
        notices.tell(
                written < 0
                        ? Words.EXPORT_CANCELLED.text()
                        : Words.EXPORTED.text(written, String.valueOf(file.getFileName())));
    }

    private void failed(Failure failure) {
        busy.accept(false);
        notices.object(failure.told());
    }
}
