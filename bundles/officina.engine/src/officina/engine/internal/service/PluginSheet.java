// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import officina.api.id.PluginId;
import officina.api.permission.Grant;
import officina.api.permission.PermissionRequest;
import officina.core.plugin.Grants;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRisk;
import officina.engine.PluginItem;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what is known of one plug-in.
 *
 * @param declared what manifests say under that id; nothing for one that is gone
 * @param working all plug-ins at work
 * @param problems of all plug-ins
 * @param grants of all plug-ins
 * @param installations by the name of the bundle
 */
record PluginSheet(
        PluginId id,
        List<PluginInfo> declared,
        Set<PluginInfo> working,
        List<PluginProblem> problems,
        List<Grant> grants,
        Map<String, PluginItem.Installation> installations) {

    PluginItem item() {
        if (declared.isEmpty()) {
            return new PluginItem(
                    id, List.of(), "", "", "", false, PluginItem.State.GONE, rights(), List.of(), List.of(), null);
        }
        PluginInfo first = declared.getFirst();
        return new PluginItem(
                id,
                declared.stream().map(PluginInfo::kind).toList(),
                first.version(),
                first.bundle(),
                first.publisher(),
                first.bundled(),
                // a provider is started when a model is asked, not before
                declared.stream()
                                .allMatch(each ->
                                        working.contains(each) || each.kind().equals(PluginInfo.PROVIDER))
                        ? PluginItem.State.AT_WORK
                        : PluginItem.State.NOT_AT_WORK,
                rights(),
                PluginRisk.of(requests().map(PermissionRequest::permission).toList()).stream()
                        .map(PluginRisk::text)
                        .toList(),
                problems.stream()
                        .filter(this::isOfThis)
                        .map(PluginProblem::text)
                        .toList(),
                first.bundled() ? null : installations.get(first.bundle()));
    }

    /** What concerns the whole bundle concerns each plug-in in it. */
    private boolean isOfThis(PluginProblem problem) {
        return problem.bundle().equals(declared.getFirst().bundle())
                || problem.subject().equals(id.value());
    }

    /** What is asked for in its order, each with what was granted of it; then what else is held. */
    private List<PluginItem.Right> rights() {
        List<PermissionRequest> requests = requests().toList();
        List<PluginItem.Right> rights = new ArrayList<>();
        for (PermissionRequest request : requests) {
            rights.add(new PluginItem.Right(
                    request.permission(),
                    request.reason(),
                    request.optional(),
                    held(mine().filter(grant -> request.equals(requestOf(grant, requests))))));
        }
        mine().filter(grant -> requestOf(grant, requests) == null)
                .map(Grant::permission)
                .distinct()
                .forEach(other -> rights.add(new PluginItem.Right(
                        other,
                        "",
                        false,
                        held(mine().filter(grant -> grant.permission().equals(other))))));
        return rights;
    }

    /** The request that a grant answers: just that one, or else the first that is wider. */
    private static @Nullable PermissionRequest requestOf(Grant grant, List<PermissionRequest> requests) {
        return requests.stream()
                .filter(request -> request.permission().equals(grant.permission()))
                .findFirst()
                .or(() -> requests.stream()
                        .filter(request -> Grants.covers(request.permission(), grant.permission()))
                        .findFirst())
                .orElse(null);
    }

    private Stream<PermissionRequest> requests() {
        return declared.stream().flatMap(each -> each.permissions().stream()).distinct();
    }

    private Stream<Grant> mine() {
        return grants.stream().filter(grant -> grant.plugin().equals(id));
    }

    private static List<PluginItem.Held> held(Stream<Grant> grants) {
        return grants.map(grant ->
                        new PluginItem.Held(grant.permission(), grant.scope(), grant.owner(), grant.grantedAt()))
                .toList();
    }
}
