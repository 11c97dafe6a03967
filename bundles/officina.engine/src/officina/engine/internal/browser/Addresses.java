// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.browser;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import officina.api.host.BrowserPage;

/**
 * Leaves out of an address what gives whoever has it access to something, as far as it can be told: keys stand in links
 * that were sent by mail, in what services hand each other at a sign-in, and in shared documents. Left out are user and
 * password, the fragment, each parameter that is called like a secret or looks like one, those that only track, and of the
 * path what begins with a name that looks like one. A short code between two slashes is not told from a number of a page.
 */
final class Addresses {

    private static final Pattern FORM = Pattern.compile(
            "(?i)(?<scheme>https?)://(?<authority>[^/?#]+)(?<path>/[^?#]*)?(\\?(?<query>[^#]*))?(#.*)?");

    /** A parameter called like that, or with it in its name, is left out whatever it says. */
    private static final Set<String> SECRET = Set.of(
            "token",
            "secret",
            "passw",
            "pwd",
            "sess",
            "credential",
            "signature",
            "verifier",
            "saml",
            "ticket",
            "nonce",
            "otp",
            "jwt",
            "csrf",
            "xsrf",
            "assertion",
            "apikey",
            "api_key",
            "api-key",
            "magic",
            "invite",
            "reset",
            "confirm",
            "activat",
            "e-mail",
            "email",
            "phone");

    /** The same where the name is just that. */
    private static final Set<String> SECRET_NAMES = Set.of(
            "key",
            "code",
            "state",
            "sid",
            "sig",
            "auth",
            "authuser",
            "access",
            "hash",
            "hmac",
            "pass",
            "pin",
            "login",
            "user",
            "username",
            "login_hint",
            "id_hint",
            "s",
            "t",
            "k");

    private static final Set<String> TRACKING =
            Set.of("gclid", "fbclid", "dclid", "msclkid", "mc_eid", "mc_cid", "igshid", "yclid", "_ga", "_gl");

    private static final String CAMPAIGN = "utm_";
    private static final int LONGEST_VALUE = 100;

    /** So many letters and digits without anything between them are no word. */
    private static final int LONG_MIXED = 16;

    private static final int LONG_CASES = 24;
    private static final Pattern BETWEEN = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private Addresses() {}

    /** Without secrets; empty for one that is neither http nor https, or too long all the same. */
    static Optional<String> of(String written) {
        var found = FORM.matcher(written.strip());
        if (!found.matches() || written.chars().anyMatch(each -> each <= ' ' || each == 0x7f)) {
            return Optional.empty();
        }
        String authority = found.group("authority");
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String path = found.group("path");
        String kept = path(path == null ? "/" : path);
        boolean whole = path == null || kept.equals(path);
        String query = found.group("query");
        // parameters belong to the page that is not named any more
        String asked = whole && query != null ? query(query) : "";
        String address = found.group("scheme").toLowerCase(Locale.ROOT) + "://" + host + kept + asked;
        return address.length() > BrowserPage.LONGEST_ADDRESS ? Optional.empty() : Optional.of(address);
    }

    private static String path(String path) {
        String[] names = path.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            // what is behind a semicolon is a parameter of a name
            if (names[i].indexOf(';') >= 0 || looksSecret(names[i])) {
                return String.join("/", Arrays.copyOf(names, i)) + "/";
            }
        }
        return path;
    }

    private static String query(String query) {
        String kept =
                Arrays.stream(query.split("&")).filter(Addresses::isHarmless).collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isHarmless(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals <= 0) {
            return false;
        }
        String name = parameter.substring(0, equals).toLowerCase(Locale.ROOT);
        String value = parameter.substring(equals + 1);
        return !SECRET_NAMES.contains(name)
                && SECRET.stream().noneMatch(name::contains)
                && !TRACKING.contains(name)
                && !name.startsWith(CAMPAIGN)
                && value.length() <= LONGEST_VALUE
                && value.indexOf('@') < 0
                && !value.toLowerCase(Locale.ROOT).contains("%40")
                && !looksSecret(value);
    }

    /** Whether a part of it is as long as no word, with digits or large letters in it: as keys are. */
    static boolean looksSecret(String text) {
        String plain = ESCAPED.matcher(text).replaceAll(" ");
        return Arrays.stream(BETWEEN.split(plain)).anyMatch(Addresses::isNoWord)
                || isNoWord(plain.replaceAll("[-_.~]", "")) && hasNoWords(plain);
    }

    private static boolean isNoWord(String part) {
        boolean digits = part.chars().anyMatch(each -> each >= '0' && each <= '9');
        boolean letters = part.chars().anyMatch(each -> each >= 'A');
        long large = part.chars().filter(each -> each >= 'A' && each <= 'Z').count();
        boolean mixed = 4 * large >= part.length() && large < part.length();
        return part.length() >= LONG_MIXED && digits && letters || part.length() >= LONG_CASES && mixed;
    }

    /** Titles in addresses are words with hyphens between them; keys in that form have a digit in most of their parts. */
    private static boolean hasNoWords(String text) {
        String[] parts = BETWEEN.split(text);
        long mixed = Arrays.stream(parts)
                .filter(part -> part.chars().anyMatch(each -> each >= '0' && each <= '9')
                        && part.chars().anyMatch(each -> each >= 'A'))
                .count();
        return 2 * mixed > parts.length;
    }
}
