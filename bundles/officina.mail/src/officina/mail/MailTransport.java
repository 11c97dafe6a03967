// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail;

import officina.api.mail.MailMark;
import officina.api.mail.MailNews;

/**
 * The one way to mail servers; an OSGi service. Trusts the certificate authorities of the system, changes nothing in a
 * mailbox, and logs nothing of what is sent or answered. Any thread; each call makes a connection and blocks for at most
 * two minutes, and an interrupt closes the connection. Throws the failures of {@code MailAccess}.
 */
public interface MailTransport {

    /** Signs in and looks at the inbox; how many messages are in it. */
    int count(MailLogin login) throws InterruptedException;

    /**
     * The messages of the inbox behind the mark, oldest first.
     *
     * @param most so many at most
     */
    MailNews news(MailLogin login, MailMark since, int most) throws InterruptedException;
}
