// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.engine.Corrections;
import officina.engine.RunRef;

/** Remembers what a test says. */
final class FakeCorrections implements Corrections {

    final List<CorrectionItem> items = new CopyOnWriteArrayList<>();

    @Override
    public List<AgentItem> agents() {
        return List.of();
    }

    @Override
    public RunRef correct(RunId run, PluginId agent) {
        throw new UnsupportedOperationException("nothing is asked here");
    }

    @Override
    public List<CorrectionItem> list() {
        return List.copyOf(items);
    }

    @Override
    public void remove(RecordId correction) {
        items.removeIf(item -> item.id().equals(correction));
    }
}
