// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.theme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import officina.api.json.JsonText;
import officina.base.DurableFiles;
import officina.engine.Engine;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which theme the person wants; the names are the values of the setting. */
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK;

    /** The setting's key. */
    public static final String SETTING = "appearance.theme";

    private static final String FILE = "theme";
    private static final Logger log = LoggerFactory.getLogger(ThemeChoice.class);

    /** What the settings say. Blocks. */
    public static ThemeChoice of(Engine engine) {
        return engine.settings().get(SETTING, null).value() instanceof JsonText(String name)
                ? valueOf(name.toUpperCase(Locale.ROOT))
                : SYSTEM;
    }

    /** What {@link #keep} wrote there last; the system's where there is nothing. Blocks. */
    public static ThemeChoice kept(Path folder) {
        try {
            return valueOf(Files.readString(folder.resolve(FILE)).strip());
        } catch (IOException | IllegalArgumentException e) {
            return SYSTEM;
        }
    }

    /** For a second start, which may find nobody to ask. Blocks. */
    void keep(Path folder) {
        try {
            DurableFiles.replace(folder.resolve(FILE), name().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            log.warn("the theme was not kept: {}", e.getClass().getSimpleName());
        }
    }

    /** Whether that means dark now. UI thread. */
    public boolean isDark() {
        return switch (this) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Display.isSystemDarkTheme();
        };
    }
}
