// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.host.BrowserDataAccess;
import officina.api.host.BrowserPages;
import officina.api.host.BrowserProfile;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.junit.jupiter.api.Test;

class GuardedBrowsersTests {

    private static final PluginId AGENT = new PluginId("agent.browser");
    private static final BrowserProfile CHROME = new BrowserProfile("chrome", "Default");
    private static final BrowserProfile FIREFOX = new BrowserProfile("firefox", "default");

    private final Grants grants = new Grants();
    private final Held held = new Held(grants);
    private final RecordingLog log = new RecordingLog();
    private final HandleScope life = new HandleScope();
    private final List<String> calls = new ArrayList<>();
    private final BrowserDataAccess browsers = new GuardedBrowsers(
            new RawBrowsers(),
            new PermissionBroker(grants),
            new AccessScope(AGENT, new RunId(new UUID(1, 1)), new RecordId(new UUID(2, 2)), log),
            life);

    private void grant(String... names) {
        held.only(Stream.of(names)
                .map(each -> new Grant(
                        AGENT,
                        new Permission(PermissionType.BROWSER_HISTORY, each),
                        GrantScope.ALWAYS,
                        null,
                        Instant.EPOCH))
                .toList());
    }

    @Test
    void only_browsers_that_were_granted_are_told_and_read() throws Exception {
        grant("firefox");
        assertEquals(List.of(FIREFOX), browsers.profiles());
        assertEquals(List.of(), log.lines, "that they are there is no use of them");
        browsers.read(FIREFOX, _ -> {});
        assertEquals(
                "used browser.history firefox: read firefox default",
                log.actions().getLast());
        FailureException refused = assertThrows(FailureException.class, () -> browsers.read(CHROME, _ -> {}));
        assertEquals("permission.denied", refused.failure().code());
        assertEquals(List.of("look", "read firefox"), calls);
    }

    @Test
    void where_nothing_was_granted_nobody_looks_for_any() {
        assertEquals(List.of(), browsers.profiles());
        assertEquals(List.of(), calls);
    }

    @Test
    void a_handle_kept_after_its_call_does_nothing() {
        grant("chrome");
        life.close();
        assertThrows(IllegalStateException.class, browsers::profiles);
        assertThrows(IllegalStateException.class, () -> browsers.read(CHROME, _ -> {}));
        assertEquals(List.of(), calls);
    }

    private final class RawBrowsers implements BrowserDataAccess {

        @Override
        public List<BrowserProfile> profiles() {
            calls.add("look");
            return List.of(CHROME, FIREFOX);
        }

        @Override
        public void read(BrowserProfile profile, Consumer<BrowserPages> pages) {
            calls.add("read " + profile.browser());
        }
    }
}
