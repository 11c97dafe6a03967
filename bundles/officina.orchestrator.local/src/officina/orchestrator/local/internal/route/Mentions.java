// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Whether a query speaks of something the person has, by its title. */
final class Mentions {

    private final Features features;

    Mentions(Features features) {
        this.features = features;
    }

    /** Whether at least half of what some title is about is among what the query is about. */
    boolean anyOf(Collection<String> titles, String query) {
        Set<String> about = features.subjects(query);
        return !about.isEmpty() && titles.stream().anyMatch(title -> half(features.subjects(title), about));
    }

    private static boolean half(Set<String> title, Set<String> query) {
        Set<String> shared = new HashSet<>(title);
        shared.retainAll(query);
        return !shared.isEmpty() && 2 * shared.size() >= title.size();
    }
}
