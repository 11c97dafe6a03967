// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.id.RecordId;
import officina.api.json.JsonNull;
import officina.api.json.JsonValue;
import officina.api.record.Project;
import officina.api.record.Setting;
import officina.api.record.SettingScope;
import officina.base.Progress;
import officina.core.settings.SettingDefinition;
import officina.core.settings.SettingsCascade;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.engine.ProjectItem;
import officina.engine.Projects;
import officina.engine.SettingsService;
import officina.engine.Subscription;
import officina.engine.UntrackedProject;
import org.jspecify.annotations.Nullable;

/** Settings that are kept in memory, and two projects to set them for. */
final class FakeSettings implements SettingsService, Projects {

    static final RecordId GARDEN = new RecordId(new UUID(4, 1));

    private final List<Setting> stored = new ArrayList<>();

    /** An engine that has nothing else. */
    Engine engine() {
        return FakeEngine.of(this);
    }

    @Override
    public List<ProjectItem> list() {
        RecordId group = new RecordId(new UUID(3, 1));
        return List.of(
                new ProjectItem(GARDEN, new Project("Garden", group, List.of(), false)),
                new ProjectItem(new RecordId(new UUID(4, 2)), new Project("Home", group, List.of(), true)));
    }

    @Override
    public ProjectItem add(String name) {
        throw new UnsupportedOperationException("there are two");
    }

    @Override
    public UntrackedProject untrack(RecordId project, Progress progress) {
        throw new UnsupportedOperationException("both stay");
    }

    @Override
    public List<SettingDefinition> definitions() {
        return SettingsCatalog.definitions();
    }

    @Override
    public SettingValue get(String key, @Nullable RecordId project) {
        List<Setting> values =
                stored.stream().filter(each -> each.key().equals(key)).toList();
        return SettingsCascade.resolve(values, null, project, null)
                .map(each -> new SettingValue(key, each.value(), each.scope()))
                .orElseGet(
                        () -> new SettingValue(key, SettingsCatalog.require(key).standard(), null));
    }

    @Override
    public void set(String key, SettingScope scope, @Nullable RecordId owner, JsonValue value) {
        SettingsCatalog.check(key, scope);
        stored.removeIf(each -> each.key().equals(key) && Objects.equals(each.owner(), owner));
        if (value != JsonNull.NULL) {
            SettingsCatalog.check(key, value);
            stored.add(new Setting(scope, owner, key, value));
        }
    }

    @Override
    public Subscription onChange(Consumer<String> listener) {
        throw new UnsupportedOperationException("nobody listens");
    }
}
