// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import officina.api.permission.Permission;

/**
 * A bundle of others that plug-in hosts run.
 *
 * @param name its symbolic name, for people
 * @param jar the bundle; read again at each start
 * @param granted what it may do now, asked at each start
 * @param hidden folders that it never sees, whatever was granted: the engine's data
 * @param network what a process goes through that was granted servers
 */
public record HostedBundle(
        String name, Path jar, Supplier<Collection<Permission>> granted, List<Path> hidden, HostNetwork network) {

    public HostedBundle {
        hidden = List.copyOf(hidden);
    }
}
