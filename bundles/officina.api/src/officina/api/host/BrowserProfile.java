// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

/**
 * What one person, or one side of a person, keeps in a browser on this machine.
 *
 * @param browser as grants of {@code browser.history} name it: {@code chrome}, {@code chromium}, {@code edge},
 *     {@code firefox}
 * @param name what its folder is called, which tells it from others of that browser
 */
public record BrowserProfile(String browser, String name) {}
