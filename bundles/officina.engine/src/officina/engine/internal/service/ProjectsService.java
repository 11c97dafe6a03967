// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.Comparator;
import java.util.List;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.engine.ProjectItem;
import officina.engine.Projects;
import officina.store.Store;

/** Projects from the store. */
public record ProjectsService(Store store) implements Projects {

    @Override
    public List<ProjectItem> list() {
        return store.list(RecordQuery.all(RecordKind.PROJECT)).stream()
                .map(record -> new ProjectItem(record.id(), Project.from(record.fields())))
                .sorted(Comparator.comparing(item -> item.project().name()))
                .toList();
    }
}
