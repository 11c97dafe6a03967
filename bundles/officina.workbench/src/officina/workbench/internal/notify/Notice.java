// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import officina.api.id.SessionId;

/** What an agent tells the person, and the conversation in which it did. */
record Notice(SessionId session, String title, String text) {}
