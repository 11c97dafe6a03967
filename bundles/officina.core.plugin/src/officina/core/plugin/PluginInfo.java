// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import officina.api.id.PluginId;
import officina.api.permission.PermissionRequest;
import officina.core.schedule.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says about a plug-in. A bundle that is several kinds of plug-in under one id has one of these for each.
 *
 * @param kind {@code agent}, {@code tool}, {@code provider} ...
 * @param bundle the symbolic name of the bundle
 * @param publisher who says that it is theirs, unproven; empty where nobody does
 * @param bundled whether it came with the product, which makes the product answer for it
 * @param runsOn the roles it runs in, such as {@code workbench}; none for every role
 * @param timetable when it works by itself; {@code null} for one that does not
 */
public record PluginInfo(
        PluginId id,
        String kind,
        String version,
        String bundle,
        String publisher,
        boolean bundled,
        List<PermissionRequest> permissions,
        List<String> runsOn,
        @Nullable Timetable timetable) {

    public static final String AGENT = "agent";
    public static final String TOOL = "tool";
    public static final String PROVIDER = "provider";
    public static final String BATCH = "batch";

    public PluginInfo {
        permissions = List.copyOf(permissions);
        runsOn = List.copyOf(runsOn);
    }

    /** One that does nothing by itself. */
    public PluginInfo(
            PluginId id,
            String kind,
            String version,
            String bundle,
            String publisher,
            boolean bundled,
            List<PermissionRequest> permissions,
            List<String> runsOn) {
        this(id, kind, version, bundle, publisher, bundled, permissions, runsOn, null);
    }
}
