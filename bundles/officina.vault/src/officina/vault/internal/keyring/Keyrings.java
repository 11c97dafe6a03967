// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

/** Chooses the keyring of the system that this runs on. */
public final class Keyrings {

    /** System property; {@code none} leaves the keyring alone, so that tests never touch the one of a person. */
    public static final String SWITCH = "officina.keyring";

    private Keyrings() {}

    public static Keyring ofThisSystem() {
        if ("none".equals(System.getProperty(SWITCH))) {
            return new NoKeyring("its use is switched off");
        }
        return System.getProperty("os.name").equals("Linux")
                ? new SecretServiceKeyring(System.getenv())
                : new NoKeyring("Officina cannot use the keyring of this system yet");
    }
}
