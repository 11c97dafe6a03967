// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

/**
 * Where a secret goes in a request. Whoever asks for the request never sees the secret: the one that sends it puts it in
 * last.
 *
 * @param header {@code Authorization}; a token of RFC 9110, and none of the headers that {@link HttpCall} refuses
 * @param prefix what stands before the secret: {@code "Bearer "}, or nothing; printable ASCII
 */
public record Credential(String header, String prefix, SecretRef secret) {

    public Credential {
        HeaderRules.checkName(header);
        HeaderRules.checkPrintable("what stands before a secret", prefix);
    }

    /** The form of most services: {@code Authorization: Bearer SECRET}. */
    public static Credential bearer(SecretRef secret) {
        return new Credential("Authorization", "Bearer ", secret);
    }
}
