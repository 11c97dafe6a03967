// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonText;
import officina.core.settings.SettingsCatalog;
import officina.engine.SettingsService;

/** Which plug-ins the person wants to take no part in a project. */
public final class LeftOut {

    private LeftOut() {}

    /** What nobody could be called is passed over. Blocks. */
    public static Set<PluginId> of(SettingsService settings, RecordId project) {
        return settings.get(SettingsCatalog.LEFT_OUT, project).value() instanceof JsonText(String ids)
                ? Arrays.stream(ids.split("[,\\s]+")).flatMap(LeftOut::id).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Stream<PluginId> id(String text) {
        try {
            return Stream.of(new PluginId(text));
        } catch (IllegalArgumentException e) {
            return Stream.empty();
        }
    }
}
