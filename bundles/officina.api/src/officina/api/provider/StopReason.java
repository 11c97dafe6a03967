// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

/** Why a reply ended. */
public enum StopReason {
    /** The model was done, or said one of the texts to stop at. */
    FINISHED,
    /** It waits for what tools answer. */
    TOOL_CALLS,
    /** It was cut off at the greatest length. */
    LENGTH,
    /** The server held the rest back. */
    FILTERED
}
