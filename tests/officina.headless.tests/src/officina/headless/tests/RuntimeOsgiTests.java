// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.slf4j.LoggerFactory;

/** The runtime as the products start it: real framework, real component runtime, no window. */
class RuntimeOsgiTests {

    private static final int AT_WORK = Bundle.STARTING | Bundle.ACTIVE;

    private final BundleContext context =
            FrameworkUtil.getBundle(RuntimeOsgiTests.class).getBundleContext();

    @Test
    void every_bundle_of_the_runtime_is_resolved() {
        List<String> unresolved = ours().stream()
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(Bundle::getSymbolicName)
                .toList();

        assertEquals(List.of(), unresolved);
        assertTrue(ours().size() >= 4, "bundles of the runtime: " + ours());
    }

    @Test
    void every_bundle_with_components_is_at_work() {
        List<String> asleep = ours().stream()
                .filter(bundle -> bundle.getHeaders().get("Service-Component") != null)
                .filter(bundle -> (bundle.getState() & AT_WORK) == 0)
                .map(Bundle::getSymbolicName)
                .toList();

        assertEquals(List.of(), asleep);
    }

    @Test
    void every_component_without_a_required_configuration_has_what_it_needs() {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        assertNotNull(reference, "the component runtime is not there");
        ServiceComponentRuntime runtime = context.getService(reference);

        List<String> broken = runtime.getComponentDescriptionDTOs(ours().toArray(Bundle[]::new)).stream()
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream())
                .filter(configuration -> configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                        || configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(configuration -> configuration.description.name + " lacks "
                        + Arrays.stream(configuration.unsatisfiedReferences)
                                .map(missing -> missing.name)
                                .toList()
                        + (configuration.failure == null ? "" : " and failed: " + configuration.failure))
                .toList();

        assertEquals(List.of(), broken);
    }

    @Test
    void logging_reaches_its_backend() {
        assertEquals(
                "ch.qos.logback.classic.Logger",
                LoggerFactory.getLogger("officina.test").getClass().getName());
    }

    /** Its own settings print everything from DEBUG. */
    @Test
    void logging_has_our_settings() {
        assertTrue(LoggerFactory.getLogger("officina.test").isInfoEnabled());
        assertFalse(LoggerFactory.getLogger("officina.test").isDebugEnabled());
        assertFalse(LoggerFactory.getLogger("org.test").isInfoEnabled());
    }

    private List<Bundle> ours() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("officina."))
                .filter(bundle -> !bundle.getSymbolicName().endsWith(".tests"))
                .toList();
    }
}
