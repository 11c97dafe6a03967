// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Instant;
import officina.api.id.RecordId;
import officina.api.record.Todo;

/** A to-do with its record's id and history. */
public record TodoItem(RecordId id, long revision, Todo todo, Instant createdAt, Instant updatedAt) {}
