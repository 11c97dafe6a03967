// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.List;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.engine.Activity;
import officina.store.Store;

/** The activity log from the store. */
public record ActivityService(Store store) implements Activity {

    @Override
    public List<ActivityEntry> list(ActivityQuery query) {
        return store.activity(query);
    }

    @Override
    public List<String> sources() {
        return store.activitySources();
    }
}
