// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.engine.Activity;
import officina.engine.PluginItem;
import officina.ui.base.Dates;
import org.jspecify.annotations.Nullable;

/**
 * How often a plug-in wanted something and was refused, and when last.
 *
 * @param permission what its manifest asks for
 * @param count at most {@link #MOST}
 */
public record Refused(Permission permission, int count, Instant last) {

    /** More are not counted. */
    public static final int MOST = 1_000;

    /** Of each permission that the plug-in asks for or was granted, as the activity log has it; those of which there are. */
    public static List<Refused> of(Activity activity, PluginItem item) {
        // most plug-ins were refused nothing: one look at a long log, not one for each permission
        if (find(activity, item.id(), null, 1).isEmpty()) {
            return List.of();
        }
        return PluginText.rights(item).stream()
                .flatMap(right -> of(activity, item.id(), right.permission()).stream())
                .toList();
    }

    private static Optional<Refused> of(Activity activity, PluginId plugin, Permission permission) {
        // the log is searched by the permission as manifests write it; any resource is every one of the type
        String words =
                permission.resource().equals(Permission.ANY) ? permission.type().wireName() : permission.toString();
        List<ActivityEntry> entries = find(activity, plugin, words, MOST);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused(
                        permission, entries.size(), entries.getFirst().at()));
    }

    private static List<ActivityEntry> find(Activity activity, PluginId plugin, @Nullable String words, int most) {
        return activity.list(new ActivityQuery(
                null,
                plugin,
                "access.denied",
                ActivityEntry.Status.DENIED,
                null,
                null,
                null,
                null,
                words,
                Long.MAX_VALUE,
                most));
    }

    /** For example: Refused 3 times before, the last time on Friday, 20 November 2026, 09:30. */
    public String text(Dates dates) {
        String when = dates.full(last);
        return count < MOST ? Words.REFUSED_BEFORE.text(count, when) : Words.REFUSED_OFTEN.text(count, when);
    }

    /** The same, with what was refused. */
    public String line(Dates dates) {
        return Words.REFUSED_LINE.text(PermissionText.of(permission), text(dates));
    }
}
