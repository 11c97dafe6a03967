// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import officina.api.record.SettingScope;

/**
 * Which model answers.
 *
 * @param account its name; there may be no such account any more
 * @param model as the server names it
 * @param scope where that was said
 */
public record ModelChoice(String account, String model, SettingScope scope) {}
