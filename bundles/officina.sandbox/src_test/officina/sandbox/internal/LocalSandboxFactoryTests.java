// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import officina.api.error.FailureException;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory.Tried;
import officina.sandbox.SandboxFolders;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxReport.Barrier;
import officina.sandbox.SandboxRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSandboxFactoryTests {

    @TempDir
    private Path folder;

    @Test
    void bubblewrap_is_taken_where_everything_that_was_tried_held() throws Exception {
        Levels.bubblewrap().close();
        Tried tried = new LocalSandboxFactory().open();
        try (Sandbox sandbox = tried.sandbox()) {
            assertEquals(SandboxLevel.BUBBLEWRAP, sandbox.level(), tried.report()::toString);
            assertEquals(SandboxLevel.BUBBLEWRAP, tried.report().level());
            assertEquals(List.of(Barrier.DISK), tried.report().open(), tried.report()::toString);
            assertEquals(List.of(), tried.report().missing());
        }
    }

    @Test
    void a_bubblewrap_that_keeps_nothing_in_is_found_out_and_the_next_level_taken() throws Exception {
        Levels.lockdown().close();
        Path pretending = Files.writeString(folder.resolve("bwrap"), """
                #!/bin/sh
                while [ "$1" != -- ]; do shift; done
                shift
                exec "$@"
                """);
        assertEquals(true, pretending.toFile().setExecutable(true, false));
        Tried tried = new LocalSandboxFactory(Optional.of(pretending), true).open();
        try (Sandbox sandbox = tried.sandbox()) {
            assertEquals(SandboxLevel.LOCKDOWN, sandbox.level(), tried.report()::toString);
            assertEquals(true, tried.report().holds());
            // in which words depends on the machine: whose processes are seen, and how many tasks this user has
            assertEquals(1, tried.report().missing().size(), tried.report()::toString);
        }
    }

    @Test
    void a_bubblewrap_that_is_too_old_is_named_so() throws Exception {
        Levels.lockdown().close();
        Path old = Files.writeString(folder.resolve("bwrap"), """
                #!/bin/sh
                echo "bwrap: Unknown option --size" >&2
                exit 1
                """);
        assertEquals(true, old.toFile().setExecutable(true, false));
        Tried tried = new LocalSandboxFactory(Optional.of(old), true).open();
        try (Sandbox sandbox = tried.sandbox()) {
            assertEquals(SandboxLevel.LOCKDOWN, sandbox.level(), tried.report()::toString);
            assertEquals(
                    List.of("bubblewrap is too old here; 0.7 or later is needed."),
                    tried.report().missing());
        }
    }

    @Test
    void nothing_is_run_where_nothing_keeps_it_in() {
        Tried tried = new LocalSandboxFactory(Optional.empty(), false).open();
        assertEquals(SandboxLevel.NONE, tried.report().level());
        assertEquals(List.of(), tried.report().held());
        SandboxRules rules = SandboxRules.of(new SandboxFolders(folder, List.of()));
        try (Sandbox sandbox = tried.sandbox()) {
            FailureException refused =
                    assertThrows(FailureException.class, () -> sandbox.start(List.of("/usr/bin/true"), rules));
            assertEquals("sandbox.refused", refused.failure().code());
        }
    }
}
