// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

/** What a provider can do. What it cannot do it refuses, or leaves away where that is said here. */
public enum ProviderFeature {
    /** Lists the models of an account; without it, {@link ModelProvider#models} gives none. */
    MODEL_LIST,
    /** Hands over text as it comes; without it, in one piece. */
    STREAMING,
    /** Lets the model call tools; without it, a request with tools fails as {@code provider.unsupported}. */
    TOOLS,
    /** Hands over what the model thinks aloud; without it, that is left away. */
    REASONING,
    /** Says how many tokens a call took; without it, a reply has no usage. */
    USAGE
}
