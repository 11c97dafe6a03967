// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Chooses the keyring of the system that this runs on. */
public final class Keyrings {

    /** System property; {@code none} leaves the keyring alone, so that tests never touch the one of a person. */
    public static final String SWITCH = "officina.keyring";

    /** For a person who looks for a password. */
    private static final Duration PERSON = Duration.ofMinutes(2);

    private Keyrings() {}

    public static Keyring ofThisSystem() {
        if ("none".equals(System.getProperty(SWITCH))) {
            return new NoKeyring("its use is switched off");
        }
        return of(System.getProperty("os.name"), System.getenv());
    }

    /** By the name that Java has for the system. */
    static Keyring of(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.equals("linux")) {
            return new SecretServiceKeyring(environment);
        }
        if (name.startsWith("windows")) {
            return new BoundedKeyring("the Credential Manager of Windows", PERSON, CredentialManager::open);
        }
        if (name.startsWith("mac os")) {
            return new BoundedKeyring("the Keychain of macOS", PERSON, Keychain::open);
        }
        return new NoKeyring("Officina cannot use the keyring of this system yet");
    }
}
