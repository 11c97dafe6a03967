// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import officina.api.host.IndexAccess;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexQuery;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;

/** The index as a plug-in gets it: every call passes the broker first, once for each collection it touches. */
public final class GuardedIndex implements IndexAccess {

    private final IndexAccess index;
    private final PermissionBroker broker;
    private final AccessScope scope;
    private final HandleScope life;

    /**
     * @param index what does the work, unguarded
     * @param life ends with the call the handle is for
     */
    public GuardedIndex(IndexAccess index, PermissionBroker broker, AccessScope scope, HandleScope life) {
        this.index = index;
        this.broker = broker;
        this.scope = scope;
        this.life = life;
    }

    @Override
    public IndexAnswer search(IndexQuery query) throws InterruptedException {
        List<String> collections = names(query.collections());
        require(PermissionType.INDEX_READ, collections.isEmpty() ? List.of(Permission.ANY) : collections, "search");
        return index.search(query);
    }

    @Override
    public void put(List<IndexDocument> documents) throws InterruptedException {
        require(
                PermissionType.INDEX_WRITE,
                names(documents.stream().map(IndexDocument::collection).toList()),
                "put");
        index.put(documents);
    }

    @Override
    public Map<String, String> fingerprints(IndexCollection collection, String after, int most) {
        require(PermissionType.INDEX_READ, List.of(collection.name()), "list");
        if (most < 1 || most > MOST_FINGERPRINTS) {
            throw new IllegalArgumentException("1 to " + MOST_FINGERPRINTS + " fingerprints are told at once");
        }
        return index.fingerprints(collection, after, most);
    }

    @Override
    public void remove(IndexCollection collection, Collection<String> ids) {
        require(PermissionType.INDEX_WRITE, List.of(collection.name()), "remove");
        index.remove(collection, ids);
    }

    private static List<String> names(Collection<IndexCollection> collections) {
        TreeSet<String> names = new TreeSet<>();
        collections.forEach(each -> names.add(each.name()));
        return List.copyOf(names);
    }

    private void require(PermissionType type, List<String> collections, String action) {
        life.check();
        for (String each : collections) {
            broker.require(scope, new Permission(type, each), action, each);
        }
    }
}
