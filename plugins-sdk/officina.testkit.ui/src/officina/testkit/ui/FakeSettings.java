// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonNull;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;
import officina.core.settings.SettingDefinition;
import officina.core.settings.SettingsCatalog;
import officina.engine.SettingsService;
import officina.engine.Subscription;
import org.jspecify.annotations.Nullable;

/** The settings there are, kept in memory and for all projects alone; takes what an engine takes. Any thread. */
public final class FakeSettings implements SettingsService {

    private final Map<String, JsonValue> kept = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Failure refusal;

    /** From now on nothing can be changed, for that reason; {@code null} lets it be changed again. */
    public void refuse(@Nullable Failure why) {
        refusal = why;
    }

    /** What somebody has chosen; by key. */
    public Map<String, JsonValue> kept() {
        return Map.copyOf(kept);
    }

    @Override
    public List<SettingDefinition> definitions() {
        return SettingsCatalog.definitions();
    }

    @Override
    public SettingValue get(String key, @Nullable RecordId project) {
        JsonValue value = kept.get(key);
        return value == null
                ? new SettingValue(key, SettingsCatalog.require(key).standard(), null)
                : new SettingValue(key, value, SettingScope.GLOBAL);
    }

    @Override
    public void set(String key, SettingScope scope, @Nullable RecordId owner, JsonValue value) {
        Failure why = refusal;
        if (why != null) {
            throw new FailureException(why);
        }
        if (scope != SettingScope.GLOBAL) {
            throw new UnsupportedOperationException("these settings have no owners");
        }
        if (value.equals(JsonNull.NULL)) {
            kept.remove(key);
        } else {
            SettingsCatalog.check(key, value);
            kept.put(key, value);
        }
        listeners.forEach(each -> each.accept(key));
    }

    @Override
    public Subscription onChange(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
