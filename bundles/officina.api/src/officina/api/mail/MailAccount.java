// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import officina.api.json.JsonObject;

/**
 * A mailbox that the person has, read by IMAP: record kind {@code mail-account}. Its password is in the vault, and no part
 * of it.
 *
 * @param name how the person calls it; one of a kind, and the resource of {@code mail.read}
 * @param host the server: a name, or an address as it is written there, without brackets
 * @param user as the server knows the person, often the mail address
 */
public record MailAccount(String name, String host, int port, MailSecurity security, String user) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]+");
    private static final Pattern HERE = Pattern.compile("localhost|::1|127(\\.\\d{1,3}){3}");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_HOST = 253;
    private static final int LONGEST_USER = 320;
    private static final int LAST_PORT = 65_535;

    public MailAccount {
        host = host.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("an account's name has lower-case letters, digits and single hyphens");
        }
        if (host.length() > LONGEST_HOST || !HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("a server is named as in imap.example.org");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("a port is a number from 1 to " + LAST_PORT);
        }
        if (user.isBlank() || user.length() > LONGEST_USER || user.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a user is one line of 1 to " + LONGEST_USER + " characters");
        }
        if (security == MailSecurity.NONE && !HERE.matcher(host).matches()) {
            throw new IllegalArgumentException("without encryption only a server on this machine is asked");
        }
    }

    /** Where such servers listen as a rule. */
    public static int usualPort(MailSecurity security) {
        return security == MailSecurity.TLS ? 993 : 143;
    }

    /** Reads the fields of a record; throws {@link IllegalArgumentException} naming what is wrong. */
    public static MailAccount from(JsonObject fields) {
        return new MailAccount(
                fields.requireText("name"),
                fields.requireText("host"),
                (int) Math.clamp(fields.number("port", 0), 0, LAST_PORT + 1L),
                MailSecurity.valueOf(fields.requireText("security").toUpperCase(Locale.ROOT)),
                fields.requireText("user"));
    }

    /** The fields of the record. */
    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("name", name)
                .with("host", host)
                .with("port", port)
                .with("security", security)
                .with("user", user);
    }
}
