// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.tool;

import officina.api.host.DocumentAccess;
import officina.api.host.HttpAccess;
import officina.api.host.IndexAccess;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;

/** The handles of one call. Valid until the call returns; using one later throws {@link IllegalStateException}. */
public interface ToolContext {

    /** The project the call belongs to. */
    RecordId project();

    RecordAccess records();

    Notifier notifier();

    /** Files, within the grants {@code fs.read}. */
    DocumentAccess documents();

    /** What is found by what it says, within the grants {@code index.read} and {@code index.write}. */
    IndexAccess index();

    /** Servers, within the grants {@code net.connect} and {@code secret.use}. */
    HttpAccess http();

    EntityExtractor entities();

    /** The moment, time zone and language of the person. */
    LanguageContext language();
}
