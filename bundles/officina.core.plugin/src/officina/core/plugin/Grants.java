// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import org.jspecify.annotations.Nullable;

/**
 * What the user allows, in memory, so that a decision needs no disk. The owner of the store keeps it current with
 * {@link #hold} and {@link #drop}; a revocation holds from that call on. Any thread.
 */
public final class Grants {

    private final BiConsumer<RecordId, Grant> spent;
    private final Map<RecordId, Grant> grants = new LinkedHashMap<>();
    private final List<Consumer<PluginId>> followers = new CopyOnWriteArrayList<>();

    /** Somebody who is told of changes; closing it ends that. */
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /** Grants that nobody needs to be told about. */
    public Grants() {
        this((_, _) -> {});
    }

    /**
     * @param spent told when a grant of scope {@link GrantScope#ONCE} was used and holds no more, on the thread that used
     *     it, before the use; deletes it from the store, so that a restart does not bring it back
     */
    public Grants(BiConsumer<RecordId, Grant> spent) {
        this.spent = spent;
    }

    /** The grant of that record holds from now on, in place of what it said before. */
    public void hold(RecordId record, Grant grant) {
        synchronized (this) {
            grants.put(record, grant);
        }
        tell(grant);
    }

    /** The grant of that record holds no more. */
    public void drop(RecordId record) {
        Grant dropped;
        synchronized (this) {
            dropped = grants.remove(record);
        }
        if (dropped != null) {
            tell(dropped);
        }
    }

    /**
     * Tells of which plug-in a grant came or went, once it did, on the thread that brought it. Not of one
     * for once that is spent. Closing the result ends it.
     */
    public Following follow(Consumer<PluginId> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    private void tell(Grant grant) {
        followers.forEach(each -> each.accept(grant.plugin()));
    }

    /** All grants that hold now. */
    public synchronized List<Grant> all() {
        return List.copyOf(grants.values());
    }

    /** What the plug-in cannot do without and was not granted for longer than a use or a run. */
    public List<Permission> missing(PluginInfo plugin) {
        List<Grant> held = all();
        return plugin.permissions().stream()
                .filter(asked -> !asked.optional())
                .map(PermissionRequest::permission)
                .filter(asked -> held.stream()
                        .filter(grant -> grant.plugin().equals(plugin.id()) && lasts(grant.scope()))
                        .noneMatch(grant -> meets(grant.permission(), asked)))
                .distinct()
                .toList();
    }

    private static boolean lasts(GrantScope scope) {
        return scope == GrantScope.ALWAYS || scope == GrantScope.PROJECT;
    }

    /** All that is asked for or, where any resource would do, some of it. */
    private static boolean meets(Permission granted, Permission asked) {
        return covers(granted, asked) || (asked.resource().equals(Permission.ANY) && granted.type() == asked.type());
    }

    /**
     * Whether the permission is granted for this use. Of several grants that allow it the most lasting is taken, so that
     * one for once is kept while another does; when it is the one, it is spent.
     *
     * @param named whether a grant for any resource is not enough
     */
    boolean take(PluginId plugin, Permission permission, UUID run, UUID project, boolean named) {
        RecordId record;
        Grant taken;
        synchronized (this) {
            Map.Entry<RecordId, Grant> found = find(plugin, permission, run, project, named);
            if (found == null) {
                return false;
            }
            record = found.getKey();
            taken = found.getValue();
            if (taken.scope() == GrantScope.ONCE) {
                grants.remove(record);
            }
        }
        if (taken.scope() == GrantScope.ONCE) {
            spent.accept(record, taken);
        }
        return true;
    }

    /** Whether it is granted now; nothing is spent. */
    synchronized boolean has(PluginId plugin, Permission permission, UUID run, UUID project) {
        return find(plugin, permission, run, project, false) != null;
    }

    /** The resources of that type that are granted by name now, once each, sorted. */
    synchronized List<String> named(PluginId plugin, PermissionType type, UUID run, UUID project) {
        return grants.values().stream()
                .filter(each -> each.plugin().equals(plugin) && holds(each, run, project))
                .map(Grant::permission)
                .filter(each -> each.type() == type && !each.resource().equals(Permission.ANY))
                .map(Permission::resource)
                .distinct()
                .sorted()
                .toList();
    }

    private Map.@Nullable Entry<RecordId, Grant> find(
            PluginId plugin, Permission permission, UUID run, UUID project, boolean named) {
        return grants.entrySet().stream()
                .filter(each -> each.getValue().plugin().equals(plugin))
                .filter(each -> covers(each.getValue().permission(), permission))
                .filter(each ->
                        !named || !each.getValue().permission().resource().equals(Permission.ANY))
                .filter(each -> holds(each.getValue(), run, project))
                .max(Comparator.comparing(each -> each.getValue().scope()))
                .orElse(null);
    }

    /** Whether what is granted, or asked for, includes what is wanted. Folders are compared by name; asks no disk. */
    public static boolean covers(Permission granted, Permission wanted) {
        return granted.type() == wanted.type()
                && (granted.resource().equals(Permission.ANY)
                        || switch (granted.type()) {
                            case FS_READ, FS_WRITE -> lies(wanted.resource(), granted.resource());
                            case NET_CONNECT -> isSameHost(granted.resource(), wanted.resource());
                            default -> granted.resource().equals(wanted.resource());
                        });
    }

    /** {@code Example.org:443} is {@code example.org:443}. */
    private static boolean isSameHost(String granted, String wanted) {
        HostPort one = HostPort.parse(granted);
        return one == null ? granted.equals(wanted) : one.equals(HostPort.parse(wanted));
    }

    /** Whether a path lies in a folder or is it, name by name: {@code /home/me/a} is not in {@code /home/m}. */
    private static boolean lies(String path, String folder) {
        try {
            Path place = Path.of(path);
            Path around = Path.of(folder);
            return isPlain(place) && isPlain(around) && place.startsWith(around);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Only what names a place without detours can be compared without asking the disk. */
    private static boolean isPlain(Path path) {
        return path.isAbsolute() && path.equals(path.normalize());
    }

    private static boolean holds(Grant grant, UUID run, UUID project) {
        return switch (grant.scope()) {
            case ONCE, ALWAYS -> true;
            case RUN -> run.equals(grant.owner());
            case PROJECT -> project.equals(grant.owner());
        };
    }
}
