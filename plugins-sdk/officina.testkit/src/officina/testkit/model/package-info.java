// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** A model server on a real loopback socket that says what a test wants, and the contract of those who speak to it. */
@NullMarked
package officina.testkit.model;

import org.jspecify.annotations.NullMarked;
