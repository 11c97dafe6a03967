// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;

/**
 * What the catalogues offer now.
 *
 * @param offers by bundle
 * @param problems which catalogues cannot be read now, and why; whole sentences
 */
public record Offered(List<OfferItem> offers, List<String> problems) {

    public Offered {
        offers = List.copyOf(offers);
        problems = List.copyOf(problems);
    }
}
