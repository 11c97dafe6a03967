// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import officina.api.mail.MailAccount;
import officina.api.mail.MailSecurity;
import officina.engine.MailAccountItem;
import officina.engine.MailTest;

/** Accounts of mail as the command line prints them. */
final class MailForms {

    static final JsonForm<String> NAME = JsonForm.<String>of(
                    "removed mail account", "A mail account that was forgotten.")
            .with("account", JsonKind.TEXT, "What it was called.", name -> name);

    static final JsonForm<MailAccountItem> ACCOUNT = JsonForm.<MailAccountItem>of(
                    "mail account", "A mailbox that may be read for you.")
            .with(
                    "account",
                    JsonKind.TEXT,
                    "What it is called.",
                    each -> each.account().name())
            .with("host", JsonKind.TEXT, "Its server.", each -> each.account().host())
            .with(
                    "port",
                    JsonKind.NUMBER,
                    "Where the server listens.",
                    each -> each.account().port())
            .with(
                    "security",
                    JsonKind.oneOf(MailSecurity.class),
                    "How the connection is kept secret.",
                    each -> each.account().security())
            .with(
                    "user",
                    JsonKind.TEXT,
                    "As the server knows you.",
                    each -> each.account().user())
            .with("password", JsonKind.FLAG, "Whether the vault has its password.", MailAccountItem::ready);

    static final JsonForm<MailTest> TEST = JsonForm.<MailTest>of(
                    "tried mail account", "How a mail server answered when it was tried.")
            .with("account", JsonKind.TEXT, "Whose it is.", MailTest::account)
            .with("messages", JsonKind.NUMBER, "How many are in the inbox.", MailTest::messages)
            .with(
                    "tookMillis",
                    JsonKind.NUMBER,
                    "Milliseconds until it had answered.",
                    test -> test.took().toMillis());

    private MailForms() {}

    static List<String> row(MailAccountItem each) {
        MailAccount account = each.account();
        return List.of(
                account.name(),
                account.user(),
                account.host() + ":" + account.port(),
                each.ready() ? "password in the vault" : "no password");
    }
}
