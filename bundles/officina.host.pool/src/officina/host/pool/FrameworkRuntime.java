// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.error.Failure;
import officina.base.Threads;
import officina.host.HostCommand;
import officina.protocol.exchange.Exchange;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.slf4j.Logger;

/** A plug-in host made of the bundles of this framework. */
public final class FrameworkRuntime {

    /** What plug-ins may import, and only that. */
    private static final List<String> OPEN = List.of("officina.api", "officina.base", "slf4j.api");

    /** What makes services of components, each bundle with a class of it. */
    private static final Map<String, String> EXTENDERS = extenders();

    private FrameworkRuntime() {}

    private static Map<String, String> extenders() {
        Map<String, String> extenders = new LinkedHashMap<>();
        extenders.put("org.osgi.util.function", "org.osgi.util.function.Function");
        extenders.put("org.osgi.util.promise", "org.osgi.util.promise.Promise");
        extenders.put("org.osgi.service.component", "org.osgi.service.component.ComponentContext");
        extenders.put("org.apache.felix.scr", "org.apache.felix.scr.impl.Activator");
        return extenders;
    }

    /** {@link IllegalStateException} where a part of it is missing, which is a defect of the product. */
    public static HostRuntime of(BundleContext context) {
        List<Path> classPath = Stream.of(
                        HostCommand.class,
                        Exchange.class,
                        Failure.class,
                        Threads.class,
                        JsonFactory.class,
                        Logger.class,
                        Bundle.class)
                .map(FrameworkRuntime::place)
                .toList();
        List<Path> extenders = new ArrayList<>();
        EXTENDERS.forEach((name, type) -> extenders.add(place(type(bundle(context, name), type))));
        return new HostRuntime(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                classPath,
                headers(context, Constants.EXPORT_PACKAGE),
                headers(context, Constants.PROVIDE_CAPABILITY),
                extenders,
                learnt(context));
    }

    /** Beside what the platform itself works out for this build at its start; nowhere where it does not. */
    private static @Nullable Path learnt(BundleContext context) {
        String area = context.getProperty("osgi.configuration.area");
        if (area == null) {
            return null;
        }
        Path state = place(area).getParent();
        // another Java takes another one
        String java = Runtime.version() + "-"
                + Integer.toHexString(System.getProperty("java.home").hashCode());
        return state == null ? null : state.resolve("plug-in-host-" + java + ".aot");
    }

    private static String headers(BundleContext context, String name) {
        return OPEN.stream()
                .map(each -> bundle(context, each).getHeaders("").get(name))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
    }

    private static Bundle bundle(BundleContext context, String name) {
        return Arrays.stream(context.getBundles())
                .filter(each -> name.equals(each.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no bundle " + name));
    }

    private static Class<?> type(Bundle bundle, String name) {
        try {
            return bundle.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the bundle " + bundle.getSymbolicName() + " is another one", e);
        }
    }

    /** The file that a class comes from. Frameworks write names into its address as they are, spaces and all. */
    private static Path place(Class<?> type) {
        return place(type.getProtectionDomain().getCodeSource().getLocation().toString());
    }

    private static Path place(String address) {
        Path asWritten = Path.of(address.replaceFirst("^file:/+", "/"));
        try {
            Path decoded = Files.exists(asWritten) ? asWritten : Path.of(new URI(address));
            return decoded.toRealPath();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalStateException("no place: " + address, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
