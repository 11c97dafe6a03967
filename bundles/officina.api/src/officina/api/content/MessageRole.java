// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.content;

/** Who speaks. */
public enum MessageRole {
    USER,
    ASSISTANT,
    SYSTEM
}
