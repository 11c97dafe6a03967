// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells the person something outside the conversation, within the plug-in's grant {@code notify}. Any thread; blocks until
 * the use is written down. Without the grant it throws {@link officina.api.error.FailureException}
 * {@code permission.denied}.
 */
@ProviderType
public interface Notifier {

    /** Shows a notification where a window is open; it is in the journal in any case. Long texts are cut. */
    void notify(String title, String text);
}
