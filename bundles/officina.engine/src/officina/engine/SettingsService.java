// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import java.util.function.Consumer;
import officina.api.id.RecordId;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;
import officina.core.settings.SettingDefinition;
import org.jspecify.annotations.Nullable;

/** Values that cascade global, group, project. */
public interface SettingsService {

    /** Every setting there is, by key. */
    List<SettingDefinition> definitions();

    /** The value that holds in the project ({@code null}: globally). {@code settings.unknown}. */
    SettingValue get(String key, @Nullable RecordId project);

    /**
     * Stores a value; {@code JsonNull} goes back to the wider scope's. {@code settings.unknown}, {@code settings.scope},
     * {@code settings.invalid}, and what is missing where there is no such owner.
     */
    void set(String key, SettingScope scope, @Nullable RecordId owner, JsonValue value);

    /** Calls the listener with the key, on a thread of its own, after a setting has changed. */
    Subscription onChange(Consumer<String> listener);

    /** A value and where it comes from; {@code scope} is {@code null} for the built-in default. */
    record SettingValue(
            String key, JsonValue value, @Nullable SettingScope scope) {}
}
