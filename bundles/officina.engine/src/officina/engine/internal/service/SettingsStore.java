// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.DataRecord;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Setting;
import officina.api.record.SettingScope;
import officina.base.Uuids;
import officina.core.run.Journal;
import officina.core.settings.SettingDefinition;
import officina.core.settings.SettingsCascade;
import officina.core.settings.SettingsCatalog;
import officina.engine.SettingsService;
import officina.engine.Subscription;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.log.Projector;
import officina.engine.internal.record.Changes;
import officina.store.Store;
import org.jspecify.annotations.Nullable;

/** Settings as records of the store, changed by small runs. */
public final class SettingsStore implements SettingsService {

    private final Store store;
    private final Edits edits;
    private final Journal journal;
    private final Projector projector;
    private final InstantSource clock;
    private final RecordId standardProject;

    public SettingsStore(
            Store store,
            Edits edits,
            Journal journal,
            Projector projector,
            InstantSource clock,
            RecordId standardProject) {
        this.store = store;
        this.edits = edits;
        this.journal = journal;
        this.projector = projector;
        this.clock = clock;
        this.standardProject = standardProject;
    }

    @Override
    public List<SettingDefinition> definitions() {
        return SettingsCatalog.definitions();
    }

    @Override
    public SettingValue get(String key, @Nullable RecordId project) {
        return get(key, project, null);
    }

    /** The value that holds in a conversation of the project. */
    SettingValue get(String key, @Nullable RecordId project, @Nullable SessionId session) {
        RecordId conversation = session == null ? null : new RecordId(session.value());
        SettingDefinition definition = SettingsCatalog.require(key);
        RecordId group = groupOf(project);
        List<Setting> values = Arrays.asList(null, group, project, conversation).stream()
                .distinct()
                .flatMap(owner -> stored(key, owner).stream())
                .map(record -> Setting.from(record.fields()))
                .toList();
        return SettingsCascade.resolve(values, group, project, conversation)
                .map(setting -> new SettingValue(key, setting.value(), setting.scope()))
                .orElseGet(() -> new SettingValue(key, definition.standard(), null));
    }

    @Override
    public void set(String key, SettingScope scope, @Nullable RecordId owner, JsonValue value) {
        SettingsCatalog.check(key, scope);
        boolean clears = value == JsonNull.NULL;
        if (!clears) {
            SettingsCatalog.check(key, value);
        }
        JsonObject fields = new Setting(scope, owner, key, value).fields();
        RecordId id = owner != null && scope == SettingScope.CONVERSATION
                ? Setting.idIn(new SessionId(owner.value()), key)
                : new RecordId(Uuids.next(clock));
        edits.edit(
                standardProject,
                titleOf(key),
                changes -> {
                    requireOwner(changes, scope, owner);
                    Optional<DataRecord> old = stored(key, owner).stream()
                            .filter(record -> holds(record, scope, owner))
                            .findFirst();
                    if (clears) {
                        old.ifPresent(record -> changes.delete(RecordKind.SETTING, record.id()));
                        return clears;
                    }
                    old.ifPresentOrElse(
                            record -> changes.replace(RecordKind.SETTING, record.id(), fields),
                            () -> changes.create(RecordKind.SETTING, id, fields));
                    return clears;
                },
                (value1, run) -> run);
    }

    /** Stores a value for a conversation that begins with these changes. */
    void setForNew(Changes changes, SessionId conversation, String key, JsonValue value) {
        SettingsCatalog.check(key, value);
        RecordId owner = new RecordId(conversation.value());
        changes.require(RecordKind.SESSION, owner);
        Setting setting = new Setting(SettingScope.CONVERSATION, owner, key, value);
        changes.create(RecordKind.SETTING, Setting.idIn(conversation, key), setting.fields());
    }

    private static String titleOf(String key) {
        return "Changed the setting " + key;
    }

    /** Nobody could ever look at a setting of a project that is not there, or take it back. */
    private static void requireOwner(Changes changes, SettingScope scope, @Nullable RecordId owner) {
        if (owner != null
                && scope == SettingScope.PROJECT
                && changes.find(RecordKind.PROJECT, owner).isEmpty()) {
            throw ProjectsService.missing();
        }
        if (owner != null && scope == SettingScope.CONVERSATION) {
            changes.require(RecordKind.SESSION, owner);
        }
        if (owner != null && scope == SettingScope.GROUP) {
            changes.require(RecordKind.GROUP, owner);
        }
    }

    @Override
    public Subscription onChange(Consumer<String> listener) {
        return journal.subscribeAll(journal.lastPosition() + 1, envelope -> {
            if (envelope.event() instanceof RunEvent.RecordChanged change
                    && change.kind().equals(RecordKind.SETTING)) {
                projector.awaitIfPossible(envelope.position());
                JsonObject fields = change.after() == null ? change.before() : change.after();
                if (fields != null) {
                    listener.accept(fields.requireText("key"));
                }
            }
        })::close;
    }

    /** Of that owner alone, {@code null} for what is global: each conversation may have one. */
    private List<DataRecord> stored(String key, @Nullable RecordId owner) {
        JsonValue of = owner == null ? JsonNull.NULL : new JsonText(owner.toString());
        return store.list(new RecordQuery(
                RecordKind.SETTING, Map.of("key", new JsonText(key), "owner", of), null, RecordQuery.MAX_LIMIT));
    }

    private static boolean holds(DataRecord record, SettingScope scope, @Nullable RecordId owner) {
        Setting setting = Setting.from(record.fields());
        return setting.scope() == scope && Objects.equals(setting.owner(), owner);
    }

    private @Nullable RecordId groupOf(@Nullable RecordId project) {
        return project == null
                ? null
                : store.get(RecordKind.PROJECT, project)
                        .map(record -> Project.from(record.fields()).group())
                        .orElse(null);
    }
}
