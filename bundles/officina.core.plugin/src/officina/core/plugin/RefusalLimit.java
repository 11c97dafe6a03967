// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import officina.api.id.PluginId;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;

/**
 * Which refusals a person is told of at once: of the same plug-in, permission and resource one a minute, and of the same
 * plug-in a few a minute, whatever it tries. All of them stand in the activity log. One thread.
 */
public final class RefusalLimit {

    /** So long the same is not told again. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    /** Most of one plug-in in that time. */
    public static final int MOST_OF_ONE = 5;

    private final InstantSource clock;
    private final Map<Cause, Instant> told = new HashMap<>();
    private final Map<PluginId, ArrayDeque<Instant>> times = new HashMap<>();

    private record Cause(PluginId plugin, Permission permission) {}

    public RefusalLimit(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the person is to be told of it; counts as told then. */
    public boolean tells(AccessRecord refused) {
        Instant now = clock.instant();
        forget(now);
        Cause cause = new Cause(refused.plugin(), refused.permission());
        ArrayDeque<Instant> ofPlugin = times.computeIfAbsent(refused.plugin(), _ -> new ArrayDeque<>());
        if (told.containsKey(cause) || ofPlugin.size() >= MOST_OF_ONE) {
            return false;
        }
        told.put(cause, now);
        ofPlugin.add(now);
        return true;
    }

    /** What is over; a time to come is one of a clock that was set back since. */
    private void forget(Instant now) {
        told.values().removeIf(each -> isOver(each, now));
        times.values().forEach(each -> each.removeIf(time -> isOver(time, now)));
        times.values().removeIf(ArrayDeque::isEmpty);
    }

    private static boolean isOver(Instant time, Instant now) {
        return time.isAfter(now) || !time.plus(PAUSE).isAfter(now);
    }
}
