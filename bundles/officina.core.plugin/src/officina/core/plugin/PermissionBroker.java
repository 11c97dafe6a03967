// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.memory.IndexCollection;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * The one gate: decides each use of a permission by the user's grants alone, and logs it. What is not granted is denied.
 * Any thread.
 */
public final class PermissionBroker {

    /** As long as the longest path. */
    private static final int LONGEST = 4_096;

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
        take(scope, permission, false, record(scope, permission, action, resource), null);
    }

    /** The same, where a grant for any resource ({@code *}) is not enough; fails as it is told then. */
    public void requireNamed(
            AccessScope scope, Permission permission, String action, String resource, Failure otherwise) {
        take(scope, permission, true, record(scope, permission, action, resource), otherwise);
    }

    /**
     * Returns when the use is granted; it is not logged, and nothing is spent: {@link #require} comes when it is known
     * what exactly is to be done.
     *
     * @throws FailureException {@code permission.denied}, which is logged
     */
    public void check(AccessScope scope, Permission permission, String action, String resource) {
        if (!allows(scope, permission)) {
            throw refuse(scope, permission, action, resource);
        }
    }

    /** Whether a use would be granted now; nothing is logged, because nothing is touched. */
    boolean allows(AccessScope scope, Permission permission) {
        return !isNeverGranted(permission)
                && grants.has(
                        scope.plugin(),
                        permission,
                        scope.run().value(),
                        scope.project().value());
    }

    /** What of that type was granted by name, for whoever has to know what to ask for; not a use. */
    public List<String> named(AccessScope scope, PermissionType type) {
        return grants.named(
                scope.plugin(), type, scope.run().value(), scope.project().value());
    }

    private void take(
            AccessScope scope, Permission permission, boolean named, AccessRecord access, @Nullable Failure otherwise) {
        if (!isNeverGranted(permission)
                && grants.take(
                        scope.plugin(),
                        permission,
                        scope.run().value(),
                        scope.project().value(),
                        named)) {
            scope.log().used(access);
            return;
        }
        throw refused(scope, access, otherwise == null ? denied(access) : otherwise);
    }

    /** Refuses a use that no grant could allow, for a reason of its own; the refusal is logged. */
    public FailureException refuse(
            AccessScope scope, Permission permission, String action, String resource, Failure why) {
        return refused(scope, record(scope, permission, action, resource), why);
    }

    /** Refuses a use that no grant could allow, for example of a place nobody can name; the refusal is logged. */
    FailureException refuse(AccessScope scope, Permission permission, String action, String resource) {
        AccessRecord access = record(scope, permission, action, resource);
        return refused(scope, access, denied(access));
    }

    /** In lines that can be shown: what a plug-in asks for is in its own words. */
    private static AccessRecord record(AccessScope scope, Permission permission, String action, String resource) {
        return new AccessRecord(
                scope.plugin(),
                new Permission(permission.type(), PlainLine.of(permission.resource(), LONGEST)),
                action,
                PlainLine.of(resource, LONGEST));
    }

    private static FailureException refused(AccessScope scope, AccessRecord access, Failure why) {
        scope.log().denied(access);
        return new FailureException(why);
    }

    /** No grant lets a plug-in write grants: it could give itself every other right. */
    private static boolean givesRights(Permission permission) {
        return permission.type() == PermissionType.STORE_WRITE
                && (permission.resource().equals(RecordKind.GRANT.name())
                        || permission.resource().equals(Permission.ANY));
    }

    /** What no plug-in gets, whatever it asks and whoever allows it. */
    public static boolean isNeverGranted(Permission permission) {
        return givesRights(permission) || isMadeOfFolders(permission);
    }

    /** What lies in the person's folders, the index says by itself: nobody else may say it. */
    private static boolean isMadeOfFolders(Permission permission) {
        return permission.type() == PermissionType.INDEX_WRITE
                && (permission.resource().equals(IndexCollection.DOCUMENTS.name())
                        || permission.resource().equals(IndexCollection.FOLDERS.name()));
    }

    private static Failure denied(AccessRecord access) {
        Permission permission = access.permission();
        String what = permission.type().meaning()
                + (permission.resource().equals(Permission.ANY) ? "" : " \"" + permission.resource() + "\"");
        return Failure.of(
                "permission.denied",
                ErrorKind.PERMISSION,
                "The plug-in " + access.plugin() + " may not " + what + ".",
                isNeverGranted(permission)
                        ? null
                        : "If its manifest asks for that, you can allow it: officina plugins grant " + access.plugin()
                                + " " + permission + "; \"officina plugins info " + access.plugin()
                                + "\" shows what it asks.");
    }
}
