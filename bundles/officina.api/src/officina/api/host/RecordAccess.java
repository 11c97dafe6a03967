// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.util.List;
import java.util.Optional;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads and changes data records, within the plug-in's grants {@code store.read} and {@code store.write} for the kind.
 * Each call is logged. May block; call from the run's own thread. Without a grant each method throws
 * {@link officina.api.error.FailureException} {@code permission.denied}; wrong fields give {@code record.invalid}.
 */
@ProviderType
public interface RecordAccess {

    /** The records that match, newest change first, and no more than the query's limit. */
    List<DataRecord> list(RecordQuery query);

    /** The record; empty where there is none of that kind and identifier. */
    Optional<DataRecord> get(RecordKind kind, RecordId id);

    /** Creates a record; durable on return. */
    DataRecord create(RecordKind kind, JsonObject fields);

    /** Sets the given fields, {@code JsonNull} removing one; durable on return. {@code record.missing} if it is gone. */
    DataRecord update(RecordKind kind, RecordId id, JsonObject changes);

    /** Deletes a record; durable on return. {@code record.missing} if it is gone. */
    void delete(RecordKind kind, RecordId id);
}
