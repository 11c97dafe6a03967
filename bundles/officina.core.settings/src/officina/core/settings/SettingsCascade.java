// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import officina.api.id.RecordId;
import officina.api.record.Setting;
import org.jspecify.annotations.Nullable;

/** Which of several stored values holds: the narrowest scope that applies wins. Pure. */
public final class SettingsCascade {

    private SettingsCascade() {}

    /**
     * The value that holds for a key.
     *
     * @param stored values of that key in any scope
     * @param group the group of the project; {@code null} when only global values apply
     * @param conversation {@code null} outside of any
     */
    public static Optional<Setting> resolve(
            List<Setting> stored,
            @Nullable RecordId group,
            @Nullable RecordId project,
            @Nullable RecordId conversation) {
        return stored.stream()
                .filter(setting -> switch (setting.scope()) {
                    case GLOBAL -> true;
                    case GROUP -> group != null && Objects.equals(setting.owner(), group);
                    case PROJECT -> project != null && Objects.equals(setting.owner(), project);
                    case CONVERSATION -> conversation != null && Objects.equals(setting.owner(), conversation);
                })
                .max(Comparator.comparing(Setting::scope));
    }
}
