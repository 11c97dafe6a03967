// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import officina.api.host.Notifier;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;

/** Notifications as a plug-in sends them: each passes the broker first, and is told in plain lines. */
public final class GuardedNotifier implements Notifier {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 2_000;

    private static final Permission NOTIFY = new Permission(PermissionType.NOTIFY, Permission.ANY);

    private final Notifier notifier;
    private final PermissionBroker broker;
    private final AccessScope scope;
    private final HandleScope life;

    /**
     * @param notifier what does the work, unguarded
     * @param life ends with the call the handle is for
     */
    public GuardedNotifier(Notifier notifier, PermissionBroker broker, AccessScope scope, HandleScope life) {
        this.notifier = notifier;
        this.broker = broker;
        this.scope = scope;
        this.life = life;
    }

    @Override
    public void notify(String title, String text) {
        life.check();
        broker.require(scope, NOTIFY, "notify", "notification");
        notifier.notify(PlainLine.joined(title, LONGEST_TITLE), PlainLine.joined(text, LONGEST_TEXT));
    }
}
