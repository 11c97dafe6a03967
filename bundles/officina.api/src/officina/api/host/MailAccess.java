// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.util.List;
import officina.api.mail.MailMark;
import officina.api.mail.MailNews;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads what is new in the mailboxes of the person's accounts, within the plug-in's grants {@code mail.read} for the
 * account. Nothing changes there: no message is marked as read. Passwords stay with the engine. Each call is logged, by the
 * account and how many messages there were.
 *
 * <p>Any thread; blocks for at most two minutes, best on a virtual thread, and an interrupt closes the connection and
 * throws. Trouble is a {@link officina.api.error.FailureException}; what is marked with * may go away by itself, and says
 * after which time to try again:
 *
 * <ul>
 *   <li>{@code permission.denied}: the plug-in was not granted it; nobody was asked
 *   <li>{@code mail.no-account}: there is no account of that name
 *   <li>{@code mail.no-password}: the vault does not have its password
 *   <li>{@code mail.sign-in}: the server does not take the user or the password
 *   <li>{@code mail.certificate}: the server cannot prove who it is
 *   <li>{@code mail.unreachable} *: no such host, nobody listens, or this machine is offline
 *   <li>{@code mail.timeout} *: no answer in time
 *   <li>{@code mail.busy} *: others are being read, or the server asks to come later
 *   <li>{@code mail.broken} *: the connection broke
 *   <li>{@code mail.refused}: the server does not do what it is asked
 * </ul>
 */
@ProviderType
public interface MailAccess {

    /** Most messages of one call. */
    int MOST = 50;

    /** The accounts that the plug-in was granted, by name. Asks nobody. */
    List<String> accounts();

    /**
     * The messages in the inbox that came after the mark, oldest first.
     *
     * @param most so many at most; more than {@link #MOST} are never given
     */
    MailNews news(String account, MailMark since, int most) throws InterruptedException;
}
