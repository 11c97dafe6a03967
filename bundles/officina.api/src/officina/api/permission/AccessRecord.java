// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.permission;

import officina.api.id.PluginId;

/**
 * One use of a permission, or one refusal.
 *
 * @param action what was done, as a verb: {@code list}, {@code create}, {@code connect}
 * @param resource what it touched, precisely: a record's id, a file's path
 */
public record AccessRecord(PluginId plugin, Permission permission, String action, String resource) {}
