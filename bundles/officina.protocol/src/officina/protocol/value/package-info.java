// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The wire form of whatever values a contract's methods take and give. */
@NullMarked
package officina.protocol.value;

import org.jspecify.annotations.NullMarked;
