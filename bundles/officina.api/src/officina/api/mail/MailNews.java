// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.mail;

import java.util.List;

/**
 * What is new in a mailbox.
 *
 * @param messages in the order of their numbers
 * @param mark to ask from the next time: behind these messages
 * @param more whether there are others behind them already
 */
public record MailNews(List<MailMessage> messages, MailMark mark, boolean more) {

    public MailNews {
        messages = List.copyOf(messages);
    }
}
