// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import officina.api.id.RecordId;
import officina.api.record.Project;

/** A project with its record's id. */
public record ProjectItem(RecordId id, Project project) {}
