// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;

/** The log of everything of consequence. */
public interface Activity {

    List<ActivityEntry> list(ActivityQuery query);

    /** The actors that occur in the log, for filters. */
    List<String> sources();
}
