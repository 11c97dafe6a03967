// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** As much of a framework as the registry looks at: bundles with headers and files, and references to services. */
final class FakeFramework {

    static final String BUNDLED = "reference:file:plugins/";

    private final List<Bundle> bundles = new ArrayList<>();
    private final Map<ServiceReference<?>, Callable<?>> services = new ConcurrentHashMap<>();

    BundleContext context() {
        return fake(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundles" -> bundles.toArray(Bundle[]::new);
            case "getService" ->
                services.get((ServiceReference<?>) arguments[0]).call();
            case "ungetService" -> true;
            default -> throw new AssertionError(method);
        });
    }

    Bundle install(String location, int state, Map<String, String> headers, Map<String, String> files) {
        long id = bundles.size() + 1L;
        Dictionary<String, String> raw = new Hashtable<>(headers);
        Bundle bundle = fake(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundleId" -> id;
            case "getLocation" -> location;
            case "getState" -> state;
            case "getHeaders" -> raw;
            case "getEntry" -> url(files.get((String) arguments[0]));
            default -> throw new AssertionError(method);
        });
        bundles.add(bundle);
        return bundle;
    }

    <S> ServiceReference<S> service(Bundle bundle, Map<String, Object> properties, S service) {
        return service(bundle, properties, (Callable<S>) () -> service);
    }

    /** @param start gives the service, whenever it likes */
    @SuppressWarnings("unchecked")
    <S> ServiceReference<S> service(Bundle bundle, Map<String, Object> properties, Callable<S> start) {
        ServiceReference<S> reference =
                fake(ServiceReference.class, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "getProperty" -> properties.get((String) arguments[0]);
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> throw new AssertionError(method);
                });
        services.put(reference, start);
        return reference;
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(FakeFramework.class.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static URL url(String text) throws IOException {
        if (text == null) {
            return null;
        }
        return URL.of(URI.create("fake:/entry"), new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                    }
                };
            }
        });
    }
}
