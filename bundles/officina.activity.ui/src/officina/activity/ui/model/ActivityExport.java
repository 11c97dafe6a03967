// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.engine.Activity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the entries that pass a filter into a file of comma-separated values, in UTF-8 with a header line. */
public final class ActivityExport {

    static final List<String> HEADER = List.of(
            "time", "source", "origin", "type", "action", "resource", "status", "text", "session", "run", "position");
    private static final int PAGE = 2_000;
    private static final Logger log = LoggerFactory.getLogger(ActivityExport.class);

    private final Activity activity;
    private final ActivityFilter filter;
    private final ZoneId zone;

    public ActivityExport(Activity activity, ActivityFilter filter, ZoneId zone) {
        this.activity = activity;
        this.filter = filter;
        this.zone = zone;
    }

    /** How far it is, and whether to go on. Asked and told by the thread that writes. */
    public interface Progress {

        /** So many entries are written. */
        void written(long entries);

        boolean cancelled();
    }

    /**
     * Writes the file, newest entry first; blocks. The file appears whole or not at all: what was there before stays
     * until then. Failures are {@code activity.export-failed}.
     *
     * @return how many entries; -1 when cancelled
     */
    public long write(Path target, Progress progress) {
        Path folder = target.toAbsolutePath().getParent();
        Path part = null;
        try {
            part = Files.createTempFile(folder, ".officina-", ".part");
            long written;
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                written = entries(out, progress);
            }
            if (written >= 0) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return written;
        } catch (IOException e) {
            throw new FailureException(
                    Failure.of(
                            "activity.export-failed",
                            ErrorKind.RESOURCE,
                            Words.EXPORT_FAILED.text(),
                            Words.EXPORT_FAILED_REMEDY.text()),
                    e);
        } finally {
            remove(part);
        }
    }

    private long entries(Writer out, Progress progress) throws IOException {
        Csv.line(out, HEADER);
        long written = 0;
        long before = Long.MAX_VALUE;
        while (true) {
            if (progress.cancelled()) {
                return -1;
            }
            ActivityQuery query = filter.query(zone, before, PAGE);
            List<ActivityEntry> page = activity.list(query);
            for (ActivityEntry entry : page) {
                Csv.line(out, fields(entry));
            }
            written += page.size();
            progress.written(written);
            if (page.size() < PAGE) {
                return written;
            }
            before = page.getLast().position();
        }
    }

    private static List<String> fields(ActivityEntry entry) {
        return List.of(
                entry.at().toString(),
                entry.origin().actor().value(),
                entry.origin().toString(),
                entry.type(),
                entry.action(),
                entry.resource(),
                entry.status().name().toLowerCase(Locale.ROOT),
                entry.text(),
                entry.session().toString(),
                entry.run().toString(),
                Long.toString(entry.position()));
    }

    /** Where the file was moved to its place there is nothing left to remove. */
    private static void remove(@Nullable Path part) {
        if (part == null) {
            return;
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            log.warn("a partly written export could not be removed", Redacted.of(e));
        }
    }
}
