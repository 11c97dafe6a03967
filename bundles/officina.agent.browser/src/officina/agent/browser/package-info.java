// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The batch agent that keeps addresses and titles of pages that browsers know. */
@NullMarked
package officina.agent.browser;

import org.jspecify.annotations.NullMarked;
