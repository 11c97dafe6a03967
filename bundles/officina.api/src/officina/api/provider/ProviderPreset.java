// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.net.URI;

/**
 * A server that a provider is known to speak to.
 *
 * @param name as an account of it may be called: {@code ollama}
 * @param title for the person
 * @param needsKey whether it answers without a key
 */
public record ProviderPreset(String name, String title, URI address, boolean needsKey) {}
