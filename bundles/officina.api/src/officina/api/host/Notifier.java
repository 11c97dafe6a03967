// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

/** Tells the person something outside the conversation. Needs {@code notify}; each use is logged. Does not block. */
public interface Notifier {

    /** Shows a notification where a window is open; it is in the journal in any case. */
    void notify(String title, String text);
}
