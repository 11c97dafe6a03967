// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Finds in new mail what is to be done. */
@NullMarked
package officina.agent.mail;

import org.jspecify.annotations.NullMarked;
