// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.id.PluginId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What the user allows, in memory, so that a decision needs no disk. The owner of the store keeps it current with
 * {@link #replace}; a revocation holds from that call on. Any thread.
 */
public final class Grants {

    private final Consumer<Grant> spent;
    private List<Grant> grants = List.of();
    private List<Grant> used = List.of();

    /** Grants that nobody needs to be told about. */
    public Grants() {
        this(grant -> {});
    }

    /**
     * @param spent told when a grant of scope {@link GrantScope#ONCE} was used, on the thread that used it, before the
     *     use; deletes it from the store, so that a restart does not bring it back
     */
    public Grants(Consumer<Grant> spent) {
        this.spent = spent;
    }

    /** Takes the place of all grants so far. A grant for once that was used stays used. */
    public synchronized void replace(List<Grant> current) {
        used = used.stream().filter(current::contains).toList();
        grants = current.stream().filter(grant -> !used.contains(grant)).toList();
    }

    /** All grants that hold now. */
    public synchronized List<Grant> all() {
        return grants;
    }

    /**
     * Whether the permission is granted for this use. Of several grants that allow it the most lasting is taken, so that
     * one for once is kept while another does; when it is the one, it is spent.
     */
    boolean take(PluginId plugin, Permission permission, UUID run, UUID project) {
        Grant taken;
        synchronized (this) {
            taken = find(plugin, permission, run, project);
            if (taken == null) {
                return false;
            }
            if (taken.scope() == GrantScope.ONCE) {
                spend(taken);
            }
        }
        if (taken.scope() == GrantScope.ONCE) {
            spent.accept(taken);
        }
        return true;
    }

    private @Nullable Grant find(PluginId plugin, Permission permission, UUID run, UUID project) {
        return grants.stream()
                .filter(grant -> grant.plugin().equals(plugin))
                .filter(grant -> covers(grant.permission(), permission))
                .filter(grant -> holds(grant, run, project))
                .max((a, b) -> a.scope().compareTo(b.scope()))
                .orElse(null);
    }

    private void spend(Grant grant) {
        List<Grant> rest = new ArrayList<>(grants);
        rest.remove(grant);
        grants = List.copyOf(rest);
        List<Grant> more = new ArrayList<>(used);
        more.add(grant);
        used = List.copyOf(more);
    }

    /** Whether what is granted, or asked for, includes what is wanted. Folders are compared by name; asks no disk. */
    public static boolean covers(Permission granted, Permission wanted) {
        return granted.type() == wanted.type()
                && (granted.resource().equals(Permission.ANY)
                        || switch (granted.type()) {
                            case FS_READ, FS_WRITE -> lies(wanted.resource(), granted.resource());
                            default -> granted.resource().equals(wanted.resource());
                        });
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
