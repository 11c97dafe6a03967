// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import officina.api.host.HttpAccess;
import org.osgi.annotation.versioning.ProviderType;

/** What a provider works with during one call. Valid until the call returns. */
@ProviderType
public interface ProviderContext {

    /** Whose server is asked, and how patiently; the same throughout the call. Any thread. */
    ProviderAccount account();

    /** Reaches the account's server and nothing else. */
    HttpAccess http();
}
