// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.Arrays;
import java.util.List;
import officina.api.id.RecordId;
import officina.api.json.JsonText;
import officina.core.settings.SettingsCatalog;
import officina.engine.SettingsService;

/** What of indexed folders the person wants passed over. */
final class IgnoredNames {

    private IgnoredNames() {}

    /** In the folders of a project, as lines of a {@code .gitignore}. Blocks. */
    static List<String> of(SettingsService settings, RecordId project) {
        return settings.get(SettingsCatalog.IGNORED_NAMES, project).value() instanceof JsonText(String names)
                ? Arrays.stream(names.split("[,\\n]"))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList()
                : List.of();
    }
}
