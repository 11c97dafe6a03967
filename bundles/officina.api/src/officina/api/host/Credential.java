// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import org.jspecify.annotations.Nullable;

/**
 * Where a secret goes in a request. Whoever asks for the request never sees the secret: the one that sends it puts it in
 * last.
 *
 * @param header {@code Authorization}; a token of RFC 9110, and none of the headers that {@link HttpCall} refuses
 * @param prefix what stands before the secret: {@code "Bearer "}, or nothing; printable ASCII
 * @param user whose password the secret is, so that both go together as RFC 7617 has it; printable ASCII without a colon;
 *     {@code null} where the secret goes as it is
 */
public record Credential(
        String header, String prefix, @Nullable String user, SecretRef secret) {

    public Credential {
        HeaderRules.checkName(header);
        HeaderRules.checkPrintable("what stands before a secret", prefix);
        if (user != null) {
            HeaderRules.checkPrintable("the name of a user", user);
            if (user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("the name of a user has no colon");
            }
        }
    }

    /** The form of most services: {@code Authorization: Bearer SECRET}. */
    public static Credential bearer(SecretRef secret) {
        return new Credential("Authorization", "Bearer ", null, secret);
    }

    /** In a header of its own, and nothing else in it: {@code X-Api-Key: SECRET}. */
    public static Credential header(String header, SecretRef secret) {
        return new Credential(header, "", null, secret);
    }

    /** A user and a password: {@code Authorization: Basic ...}. */
    public static Credential basic(String user, SecretRef secret) {
        return new Credential("Authorization", "Basic ", user, secret);
    }
}
