// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import officina.base.NativeLibrary;
import officina.vault.internal.keyring.CoreFoundation.Owned;
import officina.vault.internal.keyring.Keyring.Finding;

/** The Keychain of macOS, as generic passwords through the Security framework. It may ask the person to unlock it. */
final class Keychain implements SecretStore {

    static final int SUCCESS = 0;
    /** {@code errSecItemNotFound}. */
    static final int NOT_FOUND = -25_300;
    /** {@code errSecDuplicateItem}. */
    static final int DUPLICATE = -25_299;
    /** {@code errSecInteractionNotAllowed}: locked, and nobody may be asked. */
    static final int NO_INTERACTION = -25_308;
    /** {@code errSecAuthFailed}. */
    static final int WRONG_PASSWORD = -25_293;
    /** {@code errSecUserCanceled}. */
    static final int CANCELLED = -128;
    /** {@code errSecNotAvailable}. */
    static final int NOT_AVAILABLE = -25_291;
    /** {@code errSecNoDefaultKeychain}. */
    static final int NO_KEYCHAIN = -25_307;

    private static final String FRAMEWORK = "/System/Library/Frameworks/Security.framework/Security";
    private static final String SERVICE = "Officina data key";

    private final NativeLibrary security;
    private final CoreFoundation core;

    private Keychain(NativeLibrary security, CoreFoundation core) {
        this.security = security;
        this.core = core;
    }

    /** Throws {@link IllegalArgumentException} on a system without it. */
    static SecretStore open() {
        return new Keychain(new NativeLibrary(FRAMEWORK), new CoreFoundation());
    }

    /** What a status other than success means. */
    static Finding meaning(int status) {
        return switch (status) {
            case NOT_FOUND -> new Finding.Missing();
            case NO_INTERACTION, WRONG_PASSWORD, CANCELLED -> new Finding.Locked();
            case NOT_AVAILABLE, NO_KEYCHAIN -> new Finding.Unreachable("there is no keychain");
            default -> new Finding.Unreachable("the keychain refuses with status " + status);
        };
    }

    @Override
    public Finding read(UUID id) {
        try (Owned owned = core.owned();
                Arena arena = Arena.ofConfined()) {
            Map<MemorySegment, MemorySegment> query = item(owned, id);
            query.put(security.constant("kSecReturnData"), core.constant("kCFBooleanTrue"));
            MemorySegment found = arena.allocate(ValueLayout.ADDRESS);
            int status = security.number("SecItemCopyMatching", owned.dictionary(query), found);
            if (status != SUCCESS) {
                return meaning(status);
            }
            return new Finding.Found(new SecretBytes(core.bytes(owned.own(found.get(ValueLayout.ADDRESS, 0)))));
        }
    }

    @Override
    public Finding write(UUID id, byte[] secret) {
        try (Owned owned = core.owned()) {
            MemorySegment value = owned.data(secret);
            Map<MemorySegment, MemorySegment> fresh = item(owned, id);
            fresh.put(security.constant("kSecAttrLabel"), owned.text(SERVICE));
            fresh.put(security.constant("kSecValueData"), value);
            int status = security.number("SecItemAdd", owned.dictionary(fresh), MemorySegment.NULL);
            if (status == DUPLICATE) {
                status = security.number(
                        "SecItemUpdate",
                        owned.dictionary(item(owned, id)),
                        owned.dictionary(Map.of(security.constant("kSecValueData"), value)));
            }
            return status == SUCCESS ? new Finding.Missing() : refused(status);
        }
    }

    /** What was to be written and is not there is no item that is missing. */
    private static Finding refused(int status) {
        return status == NOT_FOUND ? new Finding.Unreachable("the keychain keeps nothing") : meaning(status);
    }

    @Override
    public void delete(UUID id) {
        try (Owned owned = core.owned()) {
            int status = security.number("SecItemDelete", owned.dictionary(item(owned, id)));
            if (status != SUCCESS && status != NOT_FOUND) {
                throw new IllegalStateException("the keychain refuses with status " + status);
            }
        }
    }

    /** What tells the item from all others. */
    private Map<MemorySegment, MemorySegment> item(Owned owned, UUID id) {
        Map<MemorySegment, MemorySegment> query = new LinkedHashMap<>();
        query.put(security.constant("kSecClass"), security.constant("kSecClassGenericPassword"));
        query.put(security.constant("kSecAttrService"), owned.text(SERVICE));
        query.put(security.constant("kSecAttrAccount"), owned.text(id.toString()));
        return query;
    }
}
