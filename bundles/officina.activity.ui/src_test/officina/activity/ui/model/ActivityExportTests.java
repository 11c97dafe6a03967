// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityExportTests {

    private static final class Watcher implements ActivityExport.Progress {
        final List<Long> written = new ArrayList<>();
        long cancelAt = Long.MAX_VALUE;

        @Override
        public void written(long entries) {
            written.add(entries);
        }

        @Override
        public boolean cancelled() {
            return !written.isEmpty() && written.getLast() >= cancelAt;
        }
    }

    @TempDir
    Path folder;

    private final FakeActivity log = new FakeActivity();
    private final Watcher watcher = new Watcher();

    private ActivityExport export(ActivityFilter filter) {
        return new ActivityExport(log, filter, ZoneOffset.UTC);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void the_file_has_a_header_and_a_line_for_each_entry() throws IOException {
        log.add("agent.task", "=cmd, \"quoted\" and ü");
        Path file = folder.resolve("activity.csv");
        assertEquals(1, export(ActivityFilter.NONE).write(file, watcher));
        assertEquals(
                "time,source,origin,type,action,resource,status,text,session,run,position\r\n"
                        + "2026-11-21T12:00:00Z,agent.task,user=>agent.task,record.changed,create todo,todo,ok,"
                        + "\"'=cmd, \"\"quoted\"\" and ü\",00000000-0000-0001-0000-000000000001,"
                        + "00000000-0000-0002-0000-000000000002,1\r\n",
                Files.readString(file));
    }

    @Test
    void long_logs_are_written_page_by_page_with_progress() throws IOException {
        log.fill(4_500);
        Path file = folder.resolve("activity.csv");
        assertEquals(4_500, export(ActivityFilter.NONE).write(file, watcher));
        assertEquals(List.of(2_000L, 4_000L, 4_500L), watcher.written);
        assertEquals(4_501, Files.readAllLines(file).size());
    }

    @Test
    void only_what_passes_the_filter_is_written() {
        log.add("agent.task", "one");
        log.add("user", "two");
        assertEquals(
                1,
                export(ActivityFilter.NONE.withSource(new PluginId("user")))
                        .write(folder.resolve("activity.csv"), watcher));
    }

    @Test
    void a_cancelled_export_leaves_nothing_and_keeps_what_was_there() throws IOException {
        log.fill(4_500);
        Path file = Files.writeString(folder.resolve("activity.csv"), "before");
        watcher.cancelAt = 2_000;
        assertEquals(-1, export(ActivityFilter.NONE).write(file, watcher));
        assertEquals("before", Files.readString(file));
        assertEquals(List.of("activity.csv"), left());
    }

    @Test
    void a_failing_log_leaves_nothing() throws IOException {
        log.failing = true;
        assertThrows(FailureException.class, () -> export(ActivityFilter.NONE).write(folder.resolve("a.csv"), watcher));
        assertEquals(List.of(), left());
    }

    @Test
    void a_folder_that_cannot_be_written_gives_a_clear_failure() {
        FailureException thrown = assertThrows(
                FailureException.class,
                () -> export(ActivityFilter.NONE).write(folder.resolve("missing/activity.csv"), watcher));
        assertEquals("activity.export-failed", thrown.failure().code());
        assertFalse(thrown.failure().message().contains(folder.toString()));
    }
}
