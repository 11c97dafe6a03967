// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.permission;

/**
 * What a plug-in's manifest asks for.
 *
 * @param reason why, in the user's words and language
 * @param optional whether the plug-in runs without it
 */
public record PermissionRequest(Permission permission, String reason, boolean optional) {}
