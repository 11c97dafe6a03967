// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui.model;

import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import officina.api.id.PluginId;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import org.jspecify.annotations.Nullable;

/** What a person types to add an account, as typed. */
public record AccountForm(String name, String address) {

    /** Stands for the provider while only the rest is looked at. */
    private static final PluginId NOBODY = new PluginId("nobody");

    /** What is wrong with it, or nothing. An empty field is not wrong yet. */
    public Optional<Words> wrong(Collection<String> taken) {
        if (taken.contains(name.strip())) {
            return Optional.of(Words.NAME_TAKEN);
        }
        if (!name.isBlank() && account(name, "http://localhost", null) == null) {
            return Optional.of(Words.NAME_WRONG);
        }
        return address.isBlank() || account("a", address, null) != null
                ? Optional.empty()
                : Optional.of(Words.ADDRESS_WRONG);
    }

    /** The account; empty while something is missing or wrong. */
    public Optional<ProviderAccount> account(ProviderDescriptor provider, Collection<String> taken) {
        return wrong(taken).isPresent() ? Optional.empty() : Optional.ofNullable(account(name, address, provider));
    }

    private static @Nullable ProviderAccount account(
            String name, String address, @Nullable ProviderDescriptor provider) {
        try {
            return new ProviderAccount(
                    name.strip(),
                    provider == null ? NOBODY : provider.id(),
                    URI.create(address.strip()),
                    null,
                    null,
                    ModelPatience.STANDARD,
                    null);
        } catch (IllegalArgumentException invalid) {
            return null;
        }
    }
}
