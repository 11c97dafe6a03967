// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;

/**
 * The one gate: decides each use of a permission by the user's grants alone, and logs it. What is not granted is denied.
 * Any thread.
 */
public final class PermissionBroker {

    private final Grants grants;

    public PermissionBroker(Grants grants) {
        this.grants = grants;
    }

    /**
     * Returns when the use is granted and logged; the caller then does it.
     *
     * @param action what is to be done, as a verb: {@code list}, {@code create}
     * @param resource what it touches, precisely
     * @throws FailureException {@code permission.denied}, which is logged too
     */
    public void require(AccessScope scope, Permission permission, String action, String resource) {
        AccessRecord access = new AccessRecord(scope.plugin(), permission, action, resource);
        if (!givesRights(permission)
                && grants.take(
                        scope.plugin(),
                        permission,
                        scope.run().value(),
                        scope.project().value())) {
            scope.log().used(access);
            return;
        }
        scope.log().denied(access);
        throw new FailureException(denied(access));
    }

    /** No grant lets a plug-in write grants: it could give itself every other right. */
    private static boolean givesRights(Permission permission) {
        return permission.type() == PermissionType.STORE_WRITE
                && (permission.resource().equals(RecordKind.GRANT.name())
                        || permission.resource().equals(Permission.ANY));
    }

    private static Failure denied(AccessRecord access) {
        Permission permission = access.permission();
        String what = permission.type().meaning()
                + (permission.resource().equals(Permission.ANY) ? "" : " \"" + permission.resource() + "\"");
        return Failure.of(
                "permission.denied",
                ErrorKind.PERMISSION,
                "The plug-in " + access.plugin() + " may not " + what + ".",
                givesRights(permission)
                        ? null
                        : "A plug-in gets what its manifest asks; more cannot be allowed yet. If it came with Officina, report it.");
    }
}
