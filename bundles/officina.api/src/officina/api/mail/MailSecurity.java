// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.mail;

/** How the connection to a mail server is kept secret. */
public enum MailSecurity {
    /** Encrypted from its first byte; port 993 as a rule. */
    TLS,
    /** Encrypted before the password is sent, or not used at all; port 143 as a rule. */
    STARTTLS,
    /** Not encrypted: only to a server on this machine. */
    NONE
}
