// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.chat;

/** Whether actions run at once or are proposed first. */
public enum ExecutionMode {
    DIRECT,
    PLAN
}
