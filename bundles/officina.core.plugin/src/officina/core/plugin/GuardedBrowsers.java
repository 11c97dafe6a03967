// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import java.util.function.Consumer;
import officina.api.host.BrowserDataAccess;
import officina.api.host.BrowserPages;
import officina.api.host.BrowserProfile;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;

/** Browsers as a plug-in gets them: those that were granted by name, and each reading passes the broker first. */
public final class GuardedBrowsers implements BrowserDataAccess {

    private final BrowserDataAccess browsers;
    private final PermissionBroker broker;
    private final AccessScope scope;
    private final HandleScope life;

    /**
     * @param browsers what does the work, unguarded
     * @param life ends with the call the handle is for
     */
    public GuardedBrowsers(BrowserDataAccess browsers, PermissionBroker broker, AccessScope scope, HandleScope life) {
        this.browsers = browsers;
        this.broker = broker;
        this.scope = scope;
        this.life = life;
    }

    @Override
    public List<BrowserProfile> profiles() {
        life.check();
        List<String> granted = broker.named(scope, PermissionType.BROWSER_HISTORY);
        // nobody looks where nothing was granted
        return granted.isEmpty()
                ? List.of()
                : browsers.profiles().stream()
                        .filter(each -> granted.contains(each.browser()))
                        .toList();
    }

    @Override
    public void read(BrowserProfile profile, Consumer<BrowserPages> pages) throws InterruptedException {
        life.check();
        broker.require(
                scope,
                new Permission(PermissionType.BROWSER_HISTORY, profile.browser()),
                "read",
                profile.browser() + " " + profile.name());
        browsers.read(profile, pages);
    }
}
