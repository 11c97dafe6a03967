// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

/** Tells what may be at the end of a segment when nobody closed it in order. */
final class TornTail {

    /** A frame of an orderly end, which holds no event. */
    private static final int SHORTEST = Frame.OVERHEAD + Batch.HEAD;

    private TornTail() {}

    /**
     * Whether those bytes, the last of a segment, cannot be a frame that was confirmed: no event fits in them, the file
     * ends before the frame does that begins there, or nothing was ever written there. Anything else may be one that has
     * changed since.
     *
     * @param index of the frame that would be there
     */
    static boolean neverConfirmed(byte[] bytes, int at, int length, int index) {
        if (length <= SHORTEST) {
            return true;
        }
        if (Frame.isHead(bytes, at, index)) {
            return Frame.lengthAt(bytes, at) > length;
        }
        for (int i = at; i < at + length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
