// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.util.List;

/** Some pages of a profile. */
public record BrowserPages(List<BrowserPage> pages) {

    public BrowserPages {
        pages = List.copyOf(pages);
    }
}
