// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.util.List;
import java.util.Set;
import officina.api.id.PluginId;

/**
 * What a provider is, for people and for whoever chooses.
 *
 * @param title a few words
 * @param description one or two sentences: which servers it speaks to
 * @param features what it can do; tests of the kit compare them with what it does
 * @param presets servers to choose from, the first being the usual one
 */
public record ProviderDescriptor(
        PluginId id, String title, String description, Set<ProviderFeature> features, List<ProviderPreset> presets) {

    public ProviderDescriptor {
        features = Set.copyOf(features);
        presets = List.copyOf(presets);
    }
}
