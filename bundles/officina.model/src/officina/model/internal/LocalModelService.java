// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelProvider;
import officina.api.provider.ModelReply;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.model.ModelService;
import officina.net.okhttp.HttpTransport;
import officina.net.okhttp.SecretSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The providers of the framework. One counts only if its bundle has the capability {@code officina.plugin} of kind
 * {@code provider} under the id that its service names.
 */
@Component(service = ModelService.class)
public final class LocalModelService implements ModelService {

    private static final String PLUGIN = "officina.plugin";

    private final BundleContext framework;
    private final HttpTransport transport;

    /** The best service first, as the framework orders them. */
    private final Map<ServiceReference<ModelProvider>, String> references =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    @Activate
    public LocalModelService(BundleContext framework, @Reference HttpTransport transport) {
        this.framework = framework;
        this.transport = transport;
    }

    @Reference(
            service = ModelProvider.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeProvider")
    void addProvider(ServiceReference<ModelProvider> reference) {
        String id = String.valueOf(reference.getProperty(PLUGIN));
        if (isDeclared(reference, id)) {
            references.put(reference, id);
        }
    }

    void removeProvider(ServiceReference<ModelProvider> reference) {
        references.remove(reference);
    }

    private static boolean isDeclared(ServiceReference<ModelProvider> reference, String id) {
        BundleRevision revision =
                reference.getBundle() == null ? null : reference.getBundle().adapt(BundleRevision.class);
        return revision != null
                && revision.getDeclaredCapabilities(PLUGIN).stream()
                        .anyMatch(each -> id.equals(each.getAttributes().get(PLUGIN))
                                && "provider".equals(each.getAttributes().get("kind")));
    }

    @Override
    public List<ProviderDescriptor> providers() {
        return references.keySet().stream()
                .flatMap(reference -> Optional.ofNullable(framework.getService(reference)).stream())
                .map(ModelProvider::descriptor)
                .sorted(Comparator.comparing(ProviderDescriptor::title))
                .toList();
    }

    @Override
    public List<ModelInfo> models(ProviderAccount account, SecretSource secrets) throws InterruptedException {
        try (AccountContext context = new AccountContext(account, transport, secrets)) {
            return provider(account).models(context);
        }
    }

    @Override
    public ModelReply stream(
            ProviderAccount account, SecretSource secrets, ModelRequest request, ModelListener listener)
            throws InterruptedException {
        try (AccountContext context = new AccountContext(account, transport, secrets)) {
            return provider(account).stream(request, listener, context);
        }
    }

    private ModelProvider provider(ProviderAccount account) {
        return references.entrySet().stream()
                .filter(each -> each.getValue().equals(account.provider().value()))
                .flatMap(each -> Optional.ofNullable(framework.getService(each.getKey())).stream())
                .findFirst()
                .orElseThrow(() -> new FailureException(Failure.of(
                        "provider.missing",
                        ErrorKind.RESOURCE,
                        "The plug-in " + account.provider() + ", which speaks to the account \"" + account.name()
                                + "\", is not available.",
                        "Start Officina with that plug-in again, or use another account.")));
    }
}
