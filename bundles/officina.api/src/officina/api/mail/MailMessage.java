// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.mail;

import java.time.Instant;

/**
 * What a plug-in gets of a message: neither attachments nor addresses of others.
 *
 * @param uid its number in the mailbox
 * @param from who sent it, by its own account: a name and an address, one line; empty where it does not say
 * @param subject one line; empty where there is none
 * @param received when it came into the mailbox
 * @param text what can be read of it, as plain text in lines
 * @param cut whether there was more text
 */
public record MailMessage(long uid, String from, String subject, Instant received, String text, boolean cut) {

    /** Longest text, in characters. */
    public static final int LONGEST_TEXT = 16_000;

    /** Longest subject and sender, in characters. */
    public static final int LONGEST_LINE = 500;
}
