// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import officina.api.id.SessionId;

/**
 * A session that went into a file or came out of one.
 *
 * @param events how many the file holds
 */
public record TransferredSession(SessionId session, String title, long events) {}
