// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.base.Closeables;
import officina.base.Progress;
import officina.base.SecretText;
import officina.core.run.JournalExamination;
import officina.core.run.JournalFactory;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.engine.EngineOptions;
import officina.engine.ExaminedData;
import officina.engine.internal.start.DataFolder;
import officina.engine.internal.start.Erasure;
import officina.store.Store;
import officina.store.StorePosition;
import officina.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Reads a data folder whole and brings it into order where that is wanted. For one thread. */
final class DataExaminer {

    private static final DateTimeFormatter NOW =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_NAMED = 10;

    private final Parts parts;
    private final EngineOptions options;

    DataExaminer(Parts parts, EngineOptions options) {
        this.parts = parts;
        this.options = options;
    }

    ExaminedData examine(boolean repair, Progress progress) {
        Path data = options.data();
        if (!Files.isDirectory(data.resolve("journal"))) {
            throw new FailureException(Failure.of(
                    "data.missing",
                    ErrorKind.RESOURCE,
                    "There is no data folder at " + data + ".",
                    "Name it with --data."));
        }
        Closeables owned = new Closeables();
        try {
            DataFolder folder = owned.own(DataFolder.open(data, new Erasure(parts.vaults())::finish));
            Vault vault = owned.own(vault(folder));
            Path place = folder.resolve("store");
            StorePosition store = parts.stores().look(place, vault.key("store")).orElse(null);
            Path aside = repair
                    ? folder.resolve(
                            "journal.damaged-" + NOW.format(options.clock().instant()))
                    : null;
            Onlooker onlooker = new Onlooker(store, progress);
            JournalExamination found =
                    parts.journals().examine(folder.resolve("journal"), vault.key("journal"), aside, onlooker);
            List<Check> checks = new ArrayList<>();
            checks.add(journal(found, aside));
            checks.add(store(found, store, onlooker));
            if (found.mended()) {
                // made of what is not there any more
                try (Store made = parts.stores().open(place, vault.key("store"))) {
                    made.reset();
                }
            }
            return new ExaminedData(checks, found.mended() ? aside : null);
        } finally {
            owned.close();
        }
    }

    private Vault vault(DataFolder folder) {
        SecretText phrase = options.phrase();
        return phrase == null
                ? parts.vaults().open(folder.path(), options.passphrases())
                : parts.vaults().recover(folder.path(), phrase);
    }

    private static Check journal(JournalExamination found, @Nullable Path aside) {
        String read = found.segments() + (found.segments() == 1 ? " file" : " files") + " with " + found.events()
                + " events read whole.";
        String remarks = String.join(" ", found.remarks());
        if (found.isWhole() && !found.doubts().isEmpty()) {
            return new Check(
                    "journal",
                    "Journal",
                    Result.NOT_VERIFIED,
                    (read + " " + named(found.doubts()) + ". " + remarks).strip(),
                    "What you did last may be missing; a backup of the data folder may hold it. Delete a file that was cut"
                            + " off when you have seen this.");
        }
        if (found.isWhole()) {
            return new Check("journal", "Journal", Result.VERIFIED, (read + " " + remarks).strip(), "");
        }
        String text = read + " Damaged: " + named(found.damaged()) + ". " + found.lost() + " events are lost."
                + (found.cut().isEmpty() ? "" : " Conversations that end early: " + named(found.cut()) + ".")
                + (found.doubts().isEmpty() ? "" : " " + named(found.doubts()) + ".")
                + (remarks.isEmpty() ? "" : " " + remarks);
        return found.mended()
                ? new Check(
                        "journal",
                        "Journal",
                        Result.NOT_VERIFIED,
                        text + " It was brought into order; the damaged files are in " + aside + ".",
                        "If you have a backup of the data folder, it may hold what is lost.")
                : new Check(
                        "journal",
                        "Journal",
                        Result.PROBLEM,
                        text,
                        "Put the files back from a backup, or run: officina journal repair");
    }

    private static String named(List<String> all) {
        List<String> shown = all.subList(0, Math.min(MOST_NAMED, all.size()));
        return String.join("; ", shown)
                + (all.size() > MOST_NAMED ? "; and " + (all.size() - MOST_NAMED) + " more" : "");
    }

    private static Check store(JournalExamination found, @Nullable StorePosition store, Onlooker onlooker) {
        if (found.mended()) {
            return new Check(
                    "store", "Store", Result.NOT_VERIFIED, "It is made anew from the journal at the next start.", "");
        }
        if (store == null) {
            return new Check(
                    "store",
                    "Store",
                    Result.NOT_VERIFIED,
                    "Cannot be read as it is; it is brought into order, or made anew from the journal, at the next start.",
                    "");
        }
        String text;
        if (store.position() == 0 || onlooker.agrees) {
            long behind = onlooker.last - store.position();
            text = behind == 0
                    ? "Agrees with the journal."
                    : "Agrees with the journal, and is " + behind
                            + " events behind; they are applied at the next start.";
        } else {
            text = "Was made from another state of the journal; it is made anew at the next start.";
        }
        return new Check("store", "Store", Result.VERIFIED, text, "");
    }

    /** Compares the store with the event at its mark, as it passes by. */
    private static final class Onlooker implements JournalFactory.Watcher {
        private final @Nullable StorePosition store;
        private final Progress progress;
        private boolean agrees;
        private int read;
        private int all;
        private long last;

        Onlooker(@Nullable StorePosition store, Progress progress) {
            this.store = store;
            this.progress = progress;
        }

        @Override
        public void reading(int number, int of) {
            read = number - 1;
            all = of;
            ask();
        }

        private void ask() {
            if (!progress.goOn(read, all)) {
                throw new FailureException(Failure.of(
                        "work.cancelled", ErrorKind.USER, "The examination was cancelled.", "Nothing was changed."));
            }
        }

        @Override
        public void seen(EventEnvelope event) {
            ask();
            last = event.position();
            agrees |= store != null && store.isAt(event);
        }
    }
}
