// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/** What a person says beside "install", where that is not to be refused. */
public enum InstallConsent {
    /** The bundle has no signature, and is the person's own. */
    UNSIGNED,
    /** It is older than one that was installed before. */
    OLDER
}
