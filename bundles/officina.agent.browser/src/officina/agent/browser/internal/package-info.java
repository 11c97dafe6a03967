// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What one run does. */
@NullMarked
package officina.agent.browser.internal;

import org.jspecify.annotations.NullMarked;
