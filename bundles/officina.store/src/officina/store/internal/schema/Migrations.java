// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.schema;

import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The migrations there are, oldest first. */
final class Migrations implements ResourceProvider {

    private final List<Migration> all;

    Migrations(List<String> names) {
        all = names.stream().map(Migration::new).toList();
    }

    int newest() {
        return all.getLast().version();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return all.stream()
                .filter(migration -> migration.getFilename().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return all.stream()
                .filter(migration -> migration.getFilename().startsWith(prefix))
                .filter(migration -> endsWithOneOf(migration.getFilename(), suffixes))
                .map(LoadableResource.class::cast)
                .toList();
    }

    private static boolean endsWithOneOf(String name, String[] suffixes) {
        return List.of(suffixes).stream().anyMatch(name::endsWith);
    }
}
