// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.Locale;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.mail.MailAccount;
import officina.api.mail.MailSecurity;
import officina.base.SecretText;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.MailAccountItem;
import officina.engine.MailTest;
import org.jspecify.annotations.Nullable;

/** {@code officina mail ...}: mailboxes that may be read for the person. */
final class MailCommands {

    private MailCommands() {}

    static final class ListAccounts extends EngineCommand {

        private final Printed<MailAccountItem> accounts = syntax.prints(MailForms.ACCOUNT, "for each");

        ListAccounts(CommandContext context) {
            super(context, "Your mail accounts.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<MailAccountItem> all = engine.mail().list();
            if (out.json()) {
                all.forEach(each -> out.print(accounts, each, ""));
            } else if (all.isEmpty()) {
                out.say("There is no mail account. Add one: officina mail add NAME --host HOST --user USER");
            } else {
                out.table(all.stream().map(MailForms::row).toList());
            }
            return ExitCode.OK;
        }
    }

    static final class Add extends EngineCommand {

        private final Given<String> called = syntax.word("NAME", "How you call it: small letters, digits, hyphens.");

        private final Given<@Nullable String> host = syntax.text("--host", "HOST", "Its IMAP server.");

        private final Given<@Nullable String> user =
                syntax.text("--user", "USER", "As the server knows you, often your address.");

        private final Given<String> security = syntax.text(
                "--security",
                "HOW",
                "How the connection is kept secret: tls, starttls, or none for a server on this machine.",
                "tls");

        private final Given<Integer> port =
                syntax.number("--port", "PORT", "Where the server listens; 993, or 143 without --security tls.", -1);

        private final Printed<MailAccountItem> account = syntax.prints(MailForms.ACCOUNT);

        Add(CommandContext context) {
            super(
                    context,
                    "Add a mail account. Its password comes afterwards.",
                    "",
                    "Nothing reads it before you allow a plug-in to.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            String name = called.value();
            out.print(
                    account,
                    engine.mail().add(account()),
                    "Added the mail account " + name + ". Give it its password: officina mail password " + name);
            return ExitCode.OK;
        }

        private MailAccount account() {
            try {
                MailSecurity how = how();
                return new MailAccount(
                        called.value(),
                        named(host, "a server: --host"),
                        port.value() < 0 ? MailAccount.usualPort(how) : port.value(),
                        how,
                        named(user, "a user: --user"));
            } catch (IllegalArgumentException e) {
                throw new FailureException(
                        Failure.of(
                                "usage.invalid-mail-account",
                                ErrorKind.USER,
                                "That is no mail account: " + e.getMessage() + ".",
                                "For example: officina mail add work --host imap.example.org --user ada@example.org"),
                        e);
            }
        }

        private MailSecurity how() {
            return switch (security.value().toLowerCase(Locale.ROOT)) {
                case "tls" -> MailSecurity.TLS;
                case "starttls" -> MailSecurity.STARTTLS;
                case "none" -> MailSecurity.NONE;
                default -> throw new IllegalArgumentException("its encryption is tls, starttls or none");
            };
        }

        private static String named(Given<@Nullable String> given, String what) {
            String value = given.value();
            if (value == null) {
                throw new IllegalArgumentException("it has " + what);
            }
            return Inputs.word(value);
        }
    }

    static final class Remove extends EngineCommand {

        private final Given<String> account = syntax.word("ACCOUNT", "The account.");

        private final Printed<String> removed = syntax.prints(MailForms.NAME);

        Remove(CommandContext context) {
            super(context, "Forget a mail account and its password; the mailbox stays as it is.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            engine.mail().remove(account.value());
            out.print(removed, account.value(), "Removed the mail account " + account.value() + ".");
            return ExitCode.OK;
        }
    }

    static final class Password extends EngineCommand {

        private final Given<String> account = syntax.word("ACCOUNT", "The account.");

        private final KeyInput input = new KeyInput(syntax, "password");

        private final Given<Boolean> remove = syntax.flag("--remove", "Forget the password instead.");

        private final Printed<MailAccountItem> changed = syntax.prints(MailForms.ACCOUNT);

        Password(CommandContext context) {
            super(
                    context,
                    "Give a mail account its password. It goes into the vault and is never shown.",
                    "",
                    "Only the process that has the data open takes a password.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            MailAccountItem item;
            if (remove.value()) {
                item = engine.mail().removePassword(account.value());
            } else {
                try (SecretText password = input.read(console())) {
                    item = engine.mail().setPassword(account.value(), password);
                }
            }
            out.print(changed, item, remove.value() ? "The password is forgotten." : "The password is in the vault.");
            return ExitCode.OK;
        }
    }

    static final class Test extends EngineCommand {

        private final Given<String> account = syntax.word("ACCOUNT", "The account.");

        private final Printed<MailTest> tried = syntax.prints(MailForms.TEST);

        Test(CommandContext context) {
            super(context, "Sign in and look at the inbox, to see whether all is well. No message is read.");
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            MailTest test = engine.mail().test(account.value());
            out.print(
                    tried,
                    test,
                    "The server answers after " + test.took().toMillis() + " ms; messages in the inbox: "
                            + test.messages() + ".");
            return ExitCode.OK;
        }
    }
}
