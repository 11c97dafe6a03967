// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import officina.api.host.HttpAccess;

/** What a provider works with during one call. Valid until the call returns. */
public interface ProviderContext {

    ProviderAccount account();

    /** Reaches the account's server and nothing else. */
    HttpAccess http();
}
