// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui.model;

import java.util.Collection;
import java.util.Optional;
import officina.api.mail.MailAccount;
import officina.api.mail.MailSecurity;
import org.jspecify.annotations.Nullable;

/**
 * What a person types to add an account, as typed. A server may name its port; at 143 it is one that begins to encrypt
 * after the first words, at any other one that encrypts from the first byte.
 */
public record MailForm(String name, String server, String user) {

    private static final int LATE = 143;

    /** What is wrong with it, or nothing. An empty field is not wrong yet. */
    public Optional<Words> wrong(Collection<String> taken) {
        if (taken.contains(name.strip())) {
            return Optional.of(Words.NAME_TAKEN);
        }
        if (!name.isBlank() && account(name, "localhost", "user") == null) {
            return Optional.of(Words.NAME_WRONG);
        }
        return server.isBlank() || account("a", server, "user") != null
                ? Optional.empty()
                : Optional.of(Words.SERVER_WRONG);
    }

    /** The account; empty while something is missing or wrong. */
    public Optional<MailAccount> account(Collection<String> taken) {
        return wrong(taken).isPresent() ? Optional.empty() : Optional.ofNullable(account(name, server, user));
    }

    private static @Nullable MailAccount account(String name, String server, String user) {
        String at = server.strip();
        int colon = at.indexOf(':');
        // an address of IPv6 has several, and no port here
        boolean named = colon >= 0 && colon == at.lastIndexOf(':');
        try {
            int port = named ? Integer.parseInt(at.substring(colon + 1)) : MailAccount.usualPort(MailSecurity.TLS);
            return new MailAccount(
                    name.strip(),
                    named ? at.substring(0, colon) : at,
                    port,
                    port == LATE ? MailSecurity.STARTTLS : MailSecurity.TLS,
                    user.strip());
        } catch (IllegalArgumentException invalid) {
            return null;
        }
    }
}
