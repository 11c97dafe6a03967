// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import officina.conversation.ui.model.Offer;

/** What a click, or Enter, on a part of a row leads to. */
public sealed interface Target {

    /** An address that somebody else wrote: it is shown before it is opened. */
    record Link(String address) implements Target {}

    record Take(Offer.Act act) implements Target {}

    record CopyCode(String text) implements Target {}
}
