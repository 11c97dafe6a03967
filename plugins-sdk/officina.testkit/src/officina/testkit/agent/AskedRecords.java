// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import java.util.List;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;

/** Records within what a manifest asks for, as if all of that were granted. */
record AskedRecords(RecordAccess records, List<Permission> asked) implements RecordAccess {

    @Override
    public List<DataRecord> list(RecordQuery query) {
        require(PermissionType.STORE_READ, query.kind());
        return records.list(query);
    }

    @Override
    public Optional<DataRecord> get(RecordKind kind, RecordId id) {
        require(PermissionType.STORE_READ, kind);
        return records.get(kind, id);
    }

    @Override
    public DataRecord create(RecordKind kind, JsonObject fields) {
        require(PermissionType.STORE_WRITE, kind);
        return records.create(kind, fields);
    }

    @Override
    public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
        require(PermissionType.STORE_WRITE, kind);
        return records.update(kind, id, changes);
    }

    @Override
    public void delete(RecordKind kind, RecordId id) {
        require(PermissionType.STORE_WRITE, kind);
        records.delete(kind, id);
    }

    private void require(PermissionType type, RecordKind kind) {
        Permission needed = new Permission(type, kind.name());
        if (!asked.contains(needed) && !asked.contains(new Permission(type, Permission.ANY))) {
            throw new FailureException(Failure.of(
                    "permission.denied",
                    ErrorKind.PERMISSION,
                    "The manifest does not ask for " + needed + ".",
                    "Ask for it there, with a reason."));
        }
    }
}
