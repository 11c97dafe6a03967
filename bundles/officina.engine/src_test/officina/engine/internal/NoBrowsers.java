// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.util.List;
import java.util.function.Consumer;
import officina.api.host.BrowserDataAccess;
import officina.api.host.BrowserPages;
import officina.api.host.BrowserProfile;

/** For tests in which no browser is read. */
public enum NoBrowsers implements BrowserDataAccess {
    HERE;

    @Override
    public List<BrowserProfile> profiles() {
        return List.of();
    }

    @Override
    public void read(BrowserProfile profile, Consumer<BrowserPages> pages) {
        throw new UnsupportedOperationException("no browser is read here");
    }
}
