// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.util.List;

/**
 * A source of language models; an OSGi service of a bundle with the capability {@code officina.plugin} of kind
 * {@code provider}, named by the service property {@code officina.plugin}. One instance serves all accounts and calls:
 * keep no state between them. Whatever it sends goes through the context's handle, which holds the key; nothing is
 * logged. Expected trouble is one of the failures of {@link ProviderFailures}.
 */
public interface ModelProvider {

    /** Constant; any thread; must not block. */
    ProviderDescriptor descriptor();

    /**
     * The models that the account may use, asked of its server. Called on a virtual thread; may block; an interrupt
     * closes the request and throws.
     */
    List<ModelInfo> models(ProviderContext context) throws InterruptedException;

    /**
     * Asks a model once and returns its whole reply; what comes meanwhile goes to the listener, on the calling thread.
     * Called on a virtual thread; blocks until the reply is whole. An interrupt closes the request and throws
     * {@link InterruptedException}; what the listener throws does the same and is passed on. A reply that breaks off is
     * a failure, never a short reply.
     */
    ModelReply stream(ModelRequest request, ModelListener listener, ProviderContext context)
            throws InterruptedException;
}
