// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.tool;

import officina.api.host.DocumentAccess;
import officina.api.host.HttpAccess;
import officina.api.host.IndexAccess;
import officina.api.host.MailAccess;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The handles of one call. Valid until the call returns; using one later throws {@link IllegalStateException}, and nothing
 * is to be released. Any thread may ask for a handle, which costs nothing; how it may be used each says itself. What is
 * used is written down: a run in which a plug-in writes more than 50,000 events or 64 MB hears {@code plugin.too-much}.
 */
@ProviderType
public interface ToolContext {

    /** The project the call belongs to. */
    RecordId project();

    /** Data records, within the grants {@code store.read} and {@code store.write}. */
    RecordAccess records();

    /** Tells the person something, within the grant {@code notify}. */
    Notifier notifier();

    /** Files, within the grants {@code fs.read}. */
    DocumentAccess documents();

    /** What is found by what it says, within the grants {@code index.read} and {@code index.write}. */
    IndexAccess index();

    /** Servers, within the grants {@code net.connect} and {@code secret.use}. */
    HttpAccess http();

    /** Mail, within the grants {@code mail.read}. */
    MailAccess mail();

    /** Finds dates, times, quantities and people in texts, in the language of the person; needs no grant. */
    EntityExtractor entities();

    /** The moment of the call, the time zone and the language of the person; the same throughout the call. */
    LanguageContext language();
}
