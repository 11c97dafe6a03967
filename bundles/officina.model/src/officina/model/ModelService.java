// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model;

import java.util.List;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelReply;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.net.okhttp.SecretSource;

/**
 * The providers of this process, for whoever has accounts; an OSGi service. Providers are started when they are first
 * needed. Any thread; calls that ask a server block, and an interrupt closes their request. Failures are those of
 * {@link officina.api.provider.ProviderFailures}, and {@code provider.missing} where no plug-in speaks to the account's
 * server.
 */
public interface ModelService {

    /** By title. */
    List<ProviderDescriptor> providers();

    /** The models that the account may use. */
    List<ModelInfo> models(ProviderAccount account, SecretSource secrets) throws InterruptedException;

    /** See {@link officina.api.provider.ModelProvider#stream}. */
    ModelReply stream(ProviderAccount account, SecretSource secrets, ModelRequest request, ModelListener listener)
            throws InterruptedException;
}
