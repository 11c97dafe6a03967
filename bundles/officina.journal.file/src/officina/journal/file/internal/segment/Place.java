// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

/**
 * A frame and some of its events.
 *
 * @param frame its index in the segment
 * @param offset where it begins
 * @param length of the whole frame
 * @param firstPosition of its first event
 * @param wanted positions of events in it, ascending; not to be changed
 */
public record Place(Segment segment, int frame, int offset, int length, long firstPosition, long[] wanted) {}
