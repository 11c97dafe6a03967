// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.time.Instant;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;

/**
 * A record as the store holds it.
 *
 * @param revision 1 when created, one more with each change; what guards against lost updates
 * @param fields as the kind's own type defines them ({@link Todo} and its siblings)
 */
public record DataRecord(
        RecordKind kind, RecordId id, long revision, JsonObject fields, Instant createdAt, Instant updatedAt) {}
