// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What a round through the mail does. */
@NullMarked
package officina.agent.mail.internal;

import org.jspecify.annotations.NullMarked;
