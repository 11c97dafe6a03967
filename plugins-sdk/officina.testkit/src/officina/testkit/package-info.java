// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

/** What tests of plug-ins and services share: contract tests, stand-ins for services, a clock that a test moves. */
@NullMarked
package officina.testkit;

import org.jspecify.annotations.NullMarked;
