// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

/**
 * What every view is given; an OSGi service, so that a view asks for it in its constructor with {@code @Inject}.
 *
 * @param current the session that the window is about
 */
public record UiKit(
        UiThread ui, Theme theme, Icons icons, Dates dates, EngineAccess engine, CurrentSession current, Views views) {}
