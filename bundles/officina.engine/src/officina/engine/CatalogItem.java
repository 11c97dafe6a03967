// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/**
 * A catalogue that plug-ins are got from.
 *
 * @param place a folder, or an address that begins with {@code https://}
 * @param name as its keepers call it
 * @param number of the state that was seen last; it grows
 * @param signer what the person calls whose key it is signed with; empty where that is not trusted any more
 */
public record CatalogItem(String place, String name, long number, String signer) {}
