// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the window was started.
 *
 * @param data the data folder, absolute
 */
public record StartOptions(Path data) {

    /**
     * From the arguments ({@code --data DIR}), else the system property {@code officina.data}, else the environment.
     *
     * @param properties gives a system property, or {@code null}
     */
    public static StartOptions of(
            String[] arguments, UnaryOperator<@Nullable String> properties, Map<String, String> environment) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--data")) {
                return at(arguments[i + 1]);
            }
        }
        String property = properties.apply("officina.data");
        if (property != null && !property.isBlank()) {
            return at(property);
        }
        String shared = environment.get("XDG_DATA_HOME");
        if (shared != null && Path.of(shared).isAbsolute()) {
            return at(shared + "/officina");
        }
        return at(properties.apply("user.home") + "/.local/share/officina");
    }

    /** Where the window keeps what is its own: positions, the theme. */
    public Path workbench() {
        return data.resolve("workbench");
    }

    private static StartOptions at(String folder) {
        return new StartOptions(Path.of(folder).toAbsolutePath().normalize());
    }
}
