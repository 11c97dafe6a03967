// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp;

import officina.api.host.SecretRef;
import officina.base.SecretText;
import org.jspecify.annotations.Nullable;

/** Gives secrets to the one that sends them. Any thread. */
@FunctionalInterface
public interface SecretSource {

    /** The secret, which the caller closes; {@code null} where there is none of that name. */
    @Nullable
    SecretText find(SecretRef secret);
}
