// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import officina.api.id.RecordId;
import officina.api.permission.Grant;

/** What a test grants, each in a record of its own. */
final class Held {

    private final Grants grants;
    private final List<RecordId> records = new ArrayList<>();

    Held(Grants grants) {
        this.grants = grants;
    }

    /** These hold from now on and no others. */
    void only(List<Grant> current) {
        records.forEach(grants::drop);
        current.forEach(this::more);
    }

    /** This holds as well. */
    void more(Grant grant) {
        RecordId record = new RecordId(new UUID(9, records.size()));
        records.add(record);
        grants.hold(record, grant);
    }
}
