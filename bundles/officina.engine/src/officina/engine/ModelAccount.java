// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import officina.api.id.RecordId;
import officina.api.provider.ProviderAccount;

/**
 * An account as the store has it.
 *
 * @param keyed whether the vault has its key
 */
public record ModelAccount(RecordId id, ProviderAccount account, boolean keyed) {}
