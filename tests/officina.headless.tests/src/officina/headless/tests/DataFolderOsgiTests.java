// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import officina.api.chat.ExecutionMode;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.record.Priority;
import officina.api.record.SettingScope;
import officina.core.run.RunState;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.engine.Subscription;
import officina.engine.Todos.NewTodo;
import officina.engine.Todos.TodoChange;
import officina.engine.Todos.TodoQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may open a data folder, what it holds, and what it never holds. */
class DataFolderOsgiTests {

    /** Two tasks with markers in a database that H2 has made; compressed. */
    private static final String MARKED_DATABASE = """
            H4sIAAAAAAACA+2ay3PbRBjAtXZe4xIoM3BltmrSNIwqpJVkPU4ottuYOm7GVjIpl7CSV4kntuSx5VBzYjoMHLhwBw7cOHBjuHOBGS79
            A/g/uLNaWY6bR3lMOxTY32Gf3+5++5DW32dtO0jye3Fw4mhZ3O5+RBxVURQpOB5HJ7Q66BEcOaoUDAlOSMdRMVIQsQKk2lIYD/s4oW1P
            yXDUjSMqHvZIEhyToWPqmm+bPioJHA6Hw+FwOBwOh8PhcP5Rtrn9z+FwOBwOh8PhcDgczn+ezMhXpR5JTfwBPiIjR5f6+JGjqwqNB44t
            DeM4cXQlJTSsspR0+8Qx0czmV6WIPEqdAEkcODpS4HOlJAjgCPwkFJaEFdU0zKBjohXDUjRfC9UVw8ZlrJjqihViZCBFXyHYJwoy9ZVQ
            101Ft62b8fBIPkZy/3SUxEMid3y5Oe719nFvTKo4wd5kQKRzMskjeT+bHekwwVRo7S4OaO1k/WKHrfjDvKtcamExW+Hz0gmVkbcmCXGH
            QzzJW8HLpBpxdJQLoIuDNmK/TdN0z3bwYG2rF/stEpIhiQKylja582ea7JAEM2mq6lrhHbAIBCDcgLcO2jUPVlo116sdbu3VG1VIl5du
            xbfFzwrgurBIj4aMWKixUGehwcIyC00WWiy0lyLcJ/LhKyyiw6bTupZnqC6zNJ3CmywdD0jkDXE0ostJ92GUNU2w3yOy8lqWIf1BgzV/
            leXHUSduxEeyykZzDllHzvmOmKwzk73FstN+pRMycfKjJJ3inpOftHUmlil7USo/a5tZZzO9LulvemBn/dEJM6n83DKp/KDfyqXS9bq6
            M4CADcrAAhowgAl0upfvFb8uCgvCcp/ur9ztLKUPMV0YFqEsMoBayh5ry7eVaRJZAclLkUV3XPhYEG4/oTv/riA8fkzzNP78i+xs//Yp
            f4NyOBwOh8PhcDh/1/4+s6hn/6LbSkcz6Y9y+EIo5X/yz9v/BrP/LZLZ/35m/1upRaDiICCZ/a/qeO5Pf+YA0JkDwPSN5+8A+AXEQmH5
            mQ4Ag/jIsqzw3+4JeAEKFIrp8C+DiwH8WvwBLC4KoFCkq3KVm0GE4uonICuFe+1aC9bvwuYDD9YO6m2vDcW2K8K22/DgRhjqmhrooW6a
            hhUG5Q247ba34YZt+5aJdc1AfpnWmVpZ7fihZSg6wprpdxDSNNOw7SAwQ13BCiZlwzJ0rYMR9u1Q2YBudafevAnh6gdTRSpuZbtWhZ67
            1ahBcXdvq1GviLLoue37bfF2KT2qYr0qwnrTq92jOqcKN/caDSmr8upeoybCyrbbciserd93Ww/rzXulzTV4Y7U2HWS3Vd+h5fB+7eHc
            GNPSQ1p6qIvwQfPi+OnQm+twfTWh60J7v1xNOqsqrDxotr2WS/Wcqz8rTEeYUyPrmc6qWju4UiV6vLYWlgvXCnRnhRuH3jgiMDkm8GDS
            iwfHcdTHw5MuGY6jI/H9e+lnRiQaDbqkd1YuCIW3l74pgjf+smuJhZiF/nN2M81ntD/wOT2dRf83F9RbT00JTb8W288vtPLcFLXzlZf0
            On2ZP+XY8lPXFsD0LVJY/n5BWBKW2e0lq890cmWR/xXIr9rsczd0zuXd656SXZZWZu7vtGyHpnNH+NTNfZU/fByNR+n3cfRmzJJucjbF
            s6t96iWX4iAYD3AUTBwlBGopu2ARXYMsqSBbVaZJ2zemSVVVg3LmlNu8njnlvtylz86PAnj9Z+acA2KL3Tbguyf85xWHw+FwOC+x/Y/O
            2f9zX9HbmNr/+guz/38HczVHDQBAAAA=
            """;

    @TempDir
    Path folder;

    @Test
    void a_folder_in_use_is_refused_and_free_again_after_close() {
        Path data = folder.resolve("data");
        try (TestEngine first = TestEngine.open(data)) {
            assertEquals("engine.in-use", failureOf(data));
            first.engine().diagnostics().status(null);
        }
        TestEngine.open(data).close();
    }

    @Test
    void a_folder_of_a_newer_version_is_refused_untouched() throws IOException {
        Path data = folder.resolve("data");
        TestEngine.open(data).close();
        Files.writeString(data.resolve("format"), "99\n");
        assertEquals("engine.newer-data", failureOf(data));
        assertEquals("99\n", Files.readString(data.resolve("format")));
    }

    @Test
    void a_diagnostics_bundle_tells_of_the_program_and_not_of_the_person() throws Exception {
        Path data = folder.resolve("ada-marker");
        Path file = folder.resolve("bundle.zip");
        try (TestEngine test = TestEngine.open(data, "passphrase-marker", TestEngine.NOW)) {
            test.say("Remind me to renew the passport-marker by 12 December", ExecutionMode.DIRECT);
            test.engine().diagnostics().bundle(file);
        }
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(entry.getName()).append('\n');
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String text = all.toString();
        assertTrue(text.contains("the data folder is open"), text);
        assertTrue(text.contains("officina.engine"), text);
        assertFalse(text.contains("marker"), text);
        assertFalse(text.contains(System.getProperty("user.home")), text);
    }

    @Test
    void an_erased_folder_is_gone_with_all_that_an_engine_made_in_it() throws Exception {
        Path data = folder.resolve("data");
        try (TestEngine test = TestEngine.open(data)) {
            test.say("Remind me to renew the passport by 12 December", ExecutionMode.DIRECT);
            assertEquals(
                    "engine.in-use",
                    assertThrows(FailureException.class, () -> TestEngine.erase(data))
                            .failure()
                            .code());
            assertEquals(1, test.engine().todos().list(TodoQuery.ALL).size());
        }
        assertEquals(List.of(), TestEngine.erase(data));
        assertFalse(Files.exists(data));
    }

    @Test
    void an_erasure_that_was_cut_short_is_finished_by_the_next_start() throws Exception {
        Path data = folder.resolve("data");
        try (TestEngine test = TestEngine.open(data, "forgotten", TestEngine.NOW)) {
            test.say("Remind me to renew the passport by 12 December", ExecutionMode.DIRECT);
        }
        Files.createFile(data.resolve("erasing"));
        Files.writeString(data.resolve("format"), "99\n");

        try (TestEngine test = TestEngine.open(data, "another", TestEngine.NOW)) {
            assertEquals(List.of(), test.engine().todos().list(TodoQuery.ALL));
        }
        assertFalse(Files.exists(data.resolve("erasing")));
    }

    @Test
    void a_place_that_cannot_be_written_is_refused() {
        assertEquals("engine.read-only", failureOf(Path.of("/proc/officina-data")));
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "mine");
        assertEquals("engine.not-a-folder", failureOf(file));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void the_folder_is_private() throws IOException {
        Path data = folder.resolve("data");
        TestEngine.open(data, TestEngine.PASSPHRASE, TestEngine.NOW).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
    }

    @Test
    void what_was_said_is_in_no_file() throws IOException, InterruptedException {
        String marker = "Xylophonmarkierung";
        Path data = folder.resolve("data");
        try (TestEngine test = TestEngine.open(data)) {
            test.say("Remind me to tune the " + marker + " tomorrow", ExecutionMode.DIRECT);
            test.say(marker + " " + marker + " what?", ExecutionMode.PLAN);
            assertFalse(occurs(marker, data));
        }
        assertFalse(occurs(marker, data));
        assertFalse(occurs(marker, Path.of(System.getProperty("java.io.tmpdir"))));
    }

    @Test
    void what_was_brought_in_is_in_no_file() throws IOException {
        Path old = folder.resolve("old.mv.db");
        try (GZIPInputStream in = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getMimeDecoder().decode(MARKED_DATABASE)))) {
            Files.write(old, in.readAllBytes());
        }
        List<String> markers = List.of("Xylophonmarkierung", "Glockenspielmarkierung");
        assertTrue(occurs(markers.getFirst(), folder));
        try (TestEngine test = TestEngine.open(folder.resolve("data"))) {
            assertEquals(2, test.engine().data().importFrom(old).todos());
            test.engine().data().removeImported(old);
            assertEquals(2, test.engine().todos().list(TodoQuery.ALL).size());
            for (String marker : markers) {
                assertFalse(occurs(marker, folder));
            }
        }
        for (String marker : markers) {
            assertFalse(occurs(marker, folder));
            assertFalse(occurs(marker, Path.of(System.getProperty("java.io.tmpdir"))));
        }
    }

    @Test
    void a_clock_that_jumps_back_changes_no_order() throws InterruptedException {
        Path data = folder.resolve("data");
        RunState first;
        try (TestEngine test = TestEngine.open(data)) {
            first = test.say("Remind me to call Anna", ExecutionMode.DIRECT);
        }
        try (TestEngine test = TestEngine.open(data, "correct horse", TestEngine.NOW.minus(Duration.ofDays(400)))) {
            RunState second = test.say(first.head().session(), "Remind me to call Bob", ExecutionMode.DIRECT);
            assertEquals(
                    List.of(first.head().run(), second.head().run()),
                    test.engine().sessions().state(first.head().session()).runs().stream()
                            .map(run -> run.head().run())
                            .toList());
            assertEquals(2, test.engine().todos().list(TodoQuery.ALL).size());
        }
    }

    @Test
    void an_edit_is_told_to_listeners_and_taken_back() throws InterruptedException {
        try (TestEngine test = TestEngine.open(folder.resolve("data"))) {
            LinkedBlockingQueue<RecordId> told = new LinkedBlockingQueue<>();
            try (Subscription _ = test.engine().todos().onChange(told::add)) {
                TodoChange added = test.engine()
                        .todos()
                        .add(new NewTodo(null, "Water the plants", "", Priority.LOW, null, null, List.of()));
                assertEquals(added.todo().id(), told.poll(10, TimeUnit.SECONDS));
                TodoChange changed =
                        test.engine().todos().update(added.todo().id(), JsonObject.EMPTY.with("due", "2026-11-30"));
                assertEquals(2, changed.todo().revision());
                test.engine().runs().undo(changed.run().run());
                assertEquals(
                        null,
                        test.engine()
                                .todos()
                                .find(added.todo().id())
                                .orElseThrow()
                                .todo()
                                .due());
            }
        }
    }

    @Test
    void a_wrong_field_is_named_and_nothing_changes() {
        try (TestEngine test = TestEngine.open(folder.resolve("data"))) {
            TodoChange added = test.engine()
                    .todos()
                    .add(new NewTodo(null, "Water the plants", "", Priority.LOW, null, null, List.of()));
            FailureException refused = assertThrows(
                    FailureException.class,
                    () -> test.engine().todos().update(added.todo().id(), JsonObject.EMPTY.with("due", "soon")));
            assertEquals("record.invalid", refused.failure().code());
            assertTrue(
                    refused.failure().message().contains("\"due\""),
                    refused.failure().message());
            assertEquals(
                    1,
                    test.engine().todos().find(added.todo().id()).orElseThrow().revision());
        }
    }

    @Test
    void settings_are_kept_and_go_back_to_their_default() {
        Path data = folder.resolve("data");
        try (TestEngine test = TestEngine.open(data)) {
            test.engine()
                    .settings()
                    .set("conversation.execution-mode", SettingScope.GLOBAL, null, new JsonText("direct"));
        }
        try (TestEngine test = TestEngine.open(data)) {
            assertEquals(new JsonText("direct"), value(test));
            test.engine().settings().set("conversation.execution-mode", SettingScope.GLOBAL, null, JsonNull.NULL);
            assertEquals(new JsonText("plan"), value(test));
        }
    }

    @Test
    void the_doctor_finds_nothing_wrong_with_a_healthy_folder() {
        try (TestEngine test = TestEngine.open(folder.resolve("data"))) {
            List<String> wrong = test.engine().diagnostics().run().stream()
                    .filter(check -> check.result() != Result.VERIFIED)
                    // that depends on the machine, and no folder is to blame
                    .filter(check -> !check.id().equals("sandbox"))
                    .map(Check::id)
                    .toList();
            assertEquals(
                    List.of("recovery-phrase", "meaning", "index"), wrong, "none was made, and nothing looked for");
        }
    }

    private static JsonText value(TestEngine test) {
        return (JsonText) test.engine()
                .settings()
                .get("conversation.execution-mode", null)
                .value();
    }

    private static String failureOf(Path data) {
        FailureException refused = assertThrows(
                FailureException.class, () -> TestEngine.open(data, TestEngine.PASSPHRASE, TestEngine.NOW));
        return refused.failure().code();
    }

    private static boolean occurs(String marker, Path folder) throws IOException {
        byte[] utf8 = marker.getBytes(StandardCharsets.UTF_8);
        byte[] utf16 = marker.getBytes(StandardCharsets.UTF_16BE);
        byte[] utf16Little = marker.getBytes(StandardCharsets.UTF_16LE);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                if (contains(content, utf8) || contains(content, utf16) || contains(content, utf16Little)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (int at = 0; at <= content.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && content[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
