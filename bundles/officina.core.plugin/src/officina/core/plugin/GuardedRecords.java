// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import java.util.Optional;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;

/** Records as a plug-in gets them: every call passes the broker first. */
public final class GuardedRecords implements RecordAccess {

    private final RecordAccess records;
    private final PermissionBroker broker;
    private final AccessScope scope;
    private final HandleScope life;

    /**
     * @param records what does the work, unguarded
     * @param life ends with the call the handle is for
     */
    public GuardedRecords(RecordAccess records, PermissionBroker broker, AccessScope scope, HandleScope life) {
        this.records = records;
        this.broker = broker;
        this.scope = scope;
        this.life = life;
    }

    @Override
    public List<DataRecord> list(RecordQuery query) {
        require(PermissionType.STORE_READ, query.kind(), "list", query.kind().name());
        return records.list(query);
    }

    @Override
    public Optional<DataRecord> get(RecordKind kind, RecordId id) {
        require(PermissionType.STORE_READ, kind, "get", kind + "/" + id);
        return records.get(kind, id);
    }

    @Override
    public DataRecord create(RecordKind kind, JsonObject fields) {
        require(PermissionType.STORE_WRITE, kind, "create", kind.name());
        return records.create(kind, fields);
    }

    @Override
    public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
        require(PermissionType.STORE_WRITE, kind, "update", kind + "/" + id);
        return records.update(kind, id, changes);
    }

    @Override
    public void delete(RecordKind kind, RecordId id) {
        require(PermissionType.STORE_WRITE, kind, "delete", kind + "/" + id);
        records.delete(kind, id);
    }

    private void require(PermissionType type, RecordKind kind, String action, String resource) {
        life.check();
        broker.require(scope, new Permission(type, kind.name()), action, resource);
    }
}
