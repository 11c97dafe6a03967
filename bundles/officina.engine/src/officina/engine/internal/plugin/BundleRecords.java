// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import officina.api.batch.AutomationMemory;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.permission.Grant;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.plugin.InstalledBundle;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import officina.store.Store;

/** What is said to be installed. Any thread. */
public final class BundleRecords {

    private final Store store;
    private final Edits edits;
    private final RecordId project;
    private final Followed<InstalledBundle> followed;

    public BundleRecords(Store store, RecordWriter writer, Edits edits, RecordId project) {
        this.store = store;
        this.edits = edits;
        this.project = project;
        followed = new Followed<>(store, writer, InstalledBundle.KIND, InstalledBundle::from);
    }

    /** Calls it after each change, on the thread that made it; it returns at once. */
    void onChange(Runnable listener) {
        followed.onChange(listener);
    }

    /** By name. */
    public Map<String, InstalledBundle> all() {
        Map<String, InstalledBundle> named = new TreeMap<>();
        followed.all().forEach(each -> named.put(each.bundle(), each));
        return named;
    }

    /** Whether the person has switched off a bundle of that name. */
    public boolean isOff(String bundle) {
        return followed.all().stream().anyMatch(each -> each.bundle().equals(bundle) && !each.enabled());
    }

    /**
     * Writes it, in place of what was said of that bundle before. What was granted to a plug-in that is new in it was
     * granted to another one, and is taken back; so is what that one kept.
     */
    void put(InstalledBundle bundle, String title) {
        edit(title, changes -> {
            RecordId id = InstalledBundle.idOf(bundle.bundle());
            Set<PluginId> known = changes.find(InstalledBundle.KIND, id)
                    .map(before -> InstalledBundle.from(before.fields()).ids())
                    .orElse(Set.of());
            takeBack(changes, each -> bundle.ids().contains(each) && !known.contains(each));
            return known.isEmpty()
                    ? changes.create(InstalledBundle.KIND, id, bundle.fields())
                    : changes.replace(InstalledBundle.KIND, id, bundle.fields());
        });
    }

    /** It is not installed any more, nothing is granted to it, and nothing of what it kept is left. */
    void remove(InstalledBundle bundle, String title) {
        edit(title, changes -> {
            takeBack(changes, bundle.ids()::contains);
            return changes.delete(InstalledBundle.KIND, InstalledBundle.idOf(bundle.bundle()));
        });
    }

    private void takeBack(Changes changes, Predicate<PluginId> which) {
        of(RecordKind.GRANT, fields -> Grant.from(fields).plugin(), which)
                .forEach(each -> changes.delete(RecordKind.GRANT, each));
        of(RecordKind.AUTOMATION_MEMORY, fields -> AutomationMemory.from(fields).plugin(), which)
                .forEach(each -> changes.forget(RecordKind.AUTOMATION_MEMORY, each));
    }

    private List<RecordId> of(RecordKind kind, Function<JsonObject, PluginId> owner, Predicate<PluginId> which) {
        return store.list(RecordQuery.all(kind)).stream()
                .filter(each -> which.test(owner.apply(each.fields())))
                .map(DataRecord::id)
                .toList();
    }

    private <T> void edit(String title, Function<Changes, T> body) {
        edits.edit(project, title, body, (made, _) -> made);
    }
}
