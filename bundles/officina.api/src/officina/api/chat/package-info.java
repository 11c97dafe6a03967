// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What a person asks of Officina and what they get: requests, responses, context, execution mode. */
@NullMarked
package officina.api.chat;

import org.jspecify.annotations.NullMarked;
