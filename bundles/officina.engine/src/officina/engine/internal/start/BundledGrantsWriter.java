// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.permission.Grant;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Setting;
import officina.api.record.SettingScope;
import officina.base.Uuids;
import officina.core.plugin.BundledGrants;
import officina.core.plugin.BundledGrants.Given;
import officina.core.plugin.PluginInfo;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import officina.store.Store;

/** Gives plug-ins of the product what their manifests ask, once in the life of a data folder, as ordinary grants. */
public final class BundledGrantsWriter {

    /** Which permissions were given before, whether they still hold or not. */
    private static final String GIVEN = "plugins.given";

    private final Store store;
    private final RecordWriter writer;
    private final InstantSource clock;
    private final RecordId project;

    public BundledGrantsWriter(Store store, RecordWriter writer, InstantSource clock, RecordId project) {
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.project = project;
    }

    /** Stores what is missing for these plug-ins. */
    public synchronized void give(List<PluginInfo> plugins) {
        Optional<DataRecord> remembered =
                store.list(new RecordQuery(RecordKind.SETTING, Map.of("key", new JsonText(GIVEN)), null, 1)).stream()
                        .findFirst();
        Set<Given> given =
                new HashSet<>(remembered.map(BundledGrantsWriter::read).orElse(List.of()));
        List<Grant> missing = BundledGrants.missing(plugins, given, clock.instant());
        if (!missing.isEmpty()) {
            missing.forEach(grant -> given.add(new Given(grant.plugin(), grant.permission())));
            write(missing, remembered, given);
        }
    }

    private void write(List<Grant> missing, Optional<DataRecord> remembered, Set<Given> given) {
        RunAddress address = new RunAddress(
                FirstRecords.editsOf(project), new RunId(Uuids.next(clock)), new Origin(List.of(PluginId.OFFICINA)));
        JsonObject setting = new Setting(SettingScope.GLOBAL, null, GIVEN, json(given)).fields();
        writer.write(address, changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.SYSTEM, "Grants of the product's own plug-ins", null, null));
            missing.forEach(grant -> changes.create(RecordKind.GRANT, new RecordId(Uuids.next(clock)), grant.fields()));
            DataRecord kept = remembered
                    .map(record -> changes.replace(RecordKind.SETTING, record.id(), setting))
                    .orElseGet(() -> changes.create(RecordKind.SETTING, new RecordId(Uuids.next(clock)), setting));
            changes.add(new RunEvent.RunFinished(true, missing.size() + " permissions granted"));
            return kept;
        });
    }

    private static JsonValue json(Set<Given> given) {
        return new JsonArray(given.stream()
                .map(each -> JsonValue.of(Map.of(
                        "plugin", each.plugin(),
                        "type", each.permission().type().wireName(),
                        "resource", each.permission().resource())))
                .toList());
    }

    private static List<Given> read(DataRecord record) {
        List<Given> given = new ArrayList<>();
        for (JsonValue item : record.fields().items("value")) {
            if (item instanceof JsonObject each) {
                given.add(new Given(
                        new PluginId(each.requireText("plugin")),
                        new Permission(PermissionType.parse(each.requireText("type")), each.requireText("resource"))));
            }
        }
        return given;
    }
}
