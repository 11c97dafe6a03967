// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.id.PluginId;

/**
 * The plug-ins of this process; an OSGi service. It joins what manifests declare with the services that do it: a service
 * counts only if its bundle has a capability {@code officina.plugin} of that kind, else {@link #problems()} says why it
 * does not. Plug-ins come and go; each method answers for the moment of the call. Any thread; does not block.
 */
public interface PluginRegistry extends AvailablePlugins {

    /** Those with a service at work, by id, then kind. */
    List<PluginInfo> plugins();

    /**
     * Those that manifests declare, with a service at work or not; by id, then kind. Of several bundles that claim an id
     * only whose it is. Reads manifests, as {@link #problems}.
     */
    List<PluginInfo> declared();

    /** By id. */
    List<BatchEntry> batchAgents();

    Optional<BatchEntry> batchAgent(PluginId id);

    /** What is not available and why, by bundle. Reads manifests; takes some milliseconds. */
    List<PluginProblem> problems();

    /**
     * Adds a bundle that runs elsewhere, until the result is closed. It is judged as one of this framework is, and comes
     * after all of those where ids are the same.
     */
    Place add(OutsideBundle bundle);

    /** Where a bundle stands that runs elsewhere; closing it takes the bundle out. */
    interface Place extends AutoCloseable {

        /** The same bundle, with other services than before; it is there all the time. */
        void become(OutsideBundle bundle);

        @Override
        void close();
    }

    /**
     * Calls the listener after plug-ins came or went, one call at a time, on the thread that brought the change; it must
     * return fast. Closing the result ends it.
     */
    AutoCloseable onChange(Consumer<PluginDelta> listener);
}
