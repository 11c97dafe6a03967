// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeChoiceTests {

    @TempDir
    private Path folder;

    @Test
    void a_second_start_knows_the_theme_of_the_first() throws Exception {
        assertEquals(ThemeChoice.SYSTEM, ThemeChoice.kept(folder));
        ThemeChoice.DARK.keep(folder);
        assertEquals(ThemeChoice.DARK, ThemeChoice.kept(folder));
        ThemeChoice.LIGHT.keep(folder);
        assertEquals(ThemeChoice.LIGHT, ThemeChoice.kept(folder));
        Files.writeString(folder.resolve("theme"), "MAUVE");
        assertEquals(ThemeChoice.SYSTEM, ThemeChoice.kept(folder));
    }
}
