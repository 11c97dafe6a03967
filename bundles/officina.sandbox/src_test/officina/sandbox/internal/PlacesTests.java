// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import officina.api.error.FailureException;
import officina.sandbox.SandboxFolders;
import officina.sandbox.SandboxRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "places as Linux names them")
class PlacesTests {

    @TempDir
    private Path given;

    private Path folder;
    private Path program;
    private Path work;
    private Path writable;
    private Path secret;

    @BeforeEach
    void make() throws IOException {
        folder = given.toRealPath();
        program = Files.createFile(folder.resolve("program"));
        work = Files.createDirectory(folder.resolve("work"));
        writable = Files.createDirectory(folder.resolve("writable"));
        secret = Files.createDirectory(folder.resolve("secret"));
    }

    @Test
    void what_lies_in_a_writable_place_is_given_with_that() throws IOException {
        Path inside = Files.createDirectory(writable.resolve("inside"));
        Places places = places(List.of(inside, writable, secret), List.of(inside, writable));
        assertEquals(List.of(secret), places.readable());
        assertEquals(List.of(writable), places.writable());
    }

    @Test
    void a_link_that_the_program_may_have_made_is_not_followed() throws IOException {
        Path link = Files.createSymbolicLink(writable.resolve("sub"), secret);
        Path ofWork = Files.createSymbolicLink(work.resolve("sub"), secret);
        Path around = Files.createSymbolicLink(folder.resolve("around"), writable);
        // outside, so nobody but the person makes it; but it leads through one that others may have made
        Path through = Files.createSymbolicLink(folder.resolve("through"), Path.of("writable", "sub"));
        for (Path each : List.of(link, ofWork, around.resolve("sub"), through)) {
            refused(each, () -> places(List.of(each), List.of(writable)));
            refused(each, () -> places(List.of(), List.of(writable, each)));
        }
        assertEquals(
                List.of(secret),
                places(List.of(folder.resolve("secret")), List.of(writable)).readable());
    }

    @Test
    void links_of_the_person_are_followed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("other", "..", "secret"));
        Files.createDirectory(folder.resolve("other"));
        assertEquals(List.of(secret), places(List.of(link), List.of(writable)).readable());
        Path inside = Files.createDirectory(writable.resolve("inside"));
        Path back = Files.createSymbolicLink(writable.resolve("back"), inside);
        assertEquals(List.of(), places(List.of(back), List.of(writable)).readable(), "given with the folder it is in");
    }

    @Test
    void nothing_in_a_hidden_folder_is_given_but_the_work_folder() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path inside = Files.createDirectory(data.resolve("inside"));
        Path own = Files.createDirectory(data.resolve("own"));
        SandboxFolders hiding = new SandboxFolders(own, List.of(secret), List.of(), List.of(data));
        assertEquals(own, Places.of(SandboxRules.of(hiding), program).work());
        for (Path each : List.of(data, inside)) {
            refused(
                    each,
                    () -> Places.of(
                            SandboxRules.of(new SandboxFolders(own, List.of(each), List.of(), List.of(data))),
                            program));
            refused(
                    each,
                    () -> Places.of(
                            SandboxRules.of(new SandboxFolders(own, List.of(), List.of(each), List.of(data))),
                            program));
        }
        Path of = Files.createFile(data.resolve("program"));
        refused(of, () -> Places.of(SandboxRules.of(hiding), of));
    }

    private Places places(List<Path> readable, List<Path> all) {
        return Places.of(SandboxRules.of(new SandboxFolders(work, readable, all, List.of())), program);
    }

    private static void refused(Path place, Executable of) {
        FailureException refused = assertThrows(FailureException.class, of, place::toString);
        assertEquals("sandbox.folder-unfit", refused.failure().code());
    }
}
