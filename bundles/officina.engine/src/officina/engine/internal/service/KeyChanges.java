// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import officina.api.error.FailureException;
import officina.api.event.KeyChange;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.engine.internal.edit.Edits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the journal of changes of the key, each as a small run, after it was made: what opens the data has changed
 * already then, and a journal that takes nothing at the moment must not make it look undone.
 */
final class KeyChanges {

    private static final Logger log = LoggerFactory.getLogger(KeyChanges.class);

    private final Edits edits;
    private final RecordId project;

    KeyChanges(Edits edits, RecordId project) {
        this.edits = edits;
        this.project = project;
    }

    void tell(KeyChange change) {
        log.info("the key of the data: {}", change);
        try {
            edits.edit(
                    project,
                    title(change),
                    changes -> {
                        changes.add(new RunEvent.KeysChanged(change));
                        return change;
                    },
                    (made, _) -> made);
        } catch (FailureException e) {
            log.warn(
                    "the activity log misses a change of the key: {}",
                    e.failure().code());
        }
    }

    private static String title(KeyChange change) {
        return change == KeyChange.RECOVERED ? "Recovered the data" : "Changed how the key of the data is kept";
    }
}
