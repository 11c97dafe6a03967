// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import officina.api.permission.AccessRecord;

/**
 * Where uses and refusals of one run are written down. Called on the plug-in's thread before the use takes place; may
 * block until the entry is durable. What it throws, the plug-in gets instead of the access.
 */
public interface AccessLog {

    void used(AccessRecord access);

    void denied(AccessRecord access);
}
