// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

/** Why a file gave nothing, or less than there is. The words for the person are in the failure beside it. */
public enum DocumentProblem {
    /** No kind that is read, or no file at all. */
    UNSUPPORTED,
    /** Nothing but white space, or pages that are pictures. */
    EMPTY,
    /** Named like text, but it is none. */
    BINARY,
    /** Damaged, or not what its name says. */
    BROKEN,
    /** Wants a password. */
    LOCKED,
    /** Beyond a limit of size. */
    TOO_LARGE,
    /** Takes longer than any document should. */
    TOO_SLOW,
    /** Made to do harm: unpacks without end, reaches for other files. */
    UNSAFE,
    /** Some of it could not be read; what could is there. */
    PARTIAL,
    /** There when it was found, gone when it was read. */
    GONE,
    /** Written to while it was read. */
    CHANGED,
    /** This account may not read it. */
    FORBIDDEN,
    /** A link; where it leads is read in its own place, or lies outside. */
    LINK,
    /** A defect, or a disk that fails. */
    FAILED
}
