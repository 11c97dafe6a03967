// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import officina.vault.internal.keyring.Keyring.Finding;
import org.jspecify.annotations.Nullable;

/** One conversation with the Secret Service, by one thread. Methods throw when the service does not answer. */
final class SecretServiceSession implements AutoCloseable {

    private static final int OPEN_SESSION = 1 << 1;
    private static final int LOAD_COLLECTIONS = 1 << 2;
    private static final int SEARCH_ALL = 1 << 1;
    private static final int SEARCH_UNLOCK = 1 << 2;
    private static final int SEARCH_LOAD_SECRETS = 1 << 3;
    private static final String DEFAULT_COLLECTION = "default";

    private final LibSecret library;
    private final LibSecret.Cancellable cancellable;
    private final Arena arena = Arena.ofConfined();
    private @Nullable MemorySegment service;

    /** Takes ownership of the cancellable. */
    SecretServiceSession(LibSecret library, LibSecret.Cancellable cancellable) {
        this.library = library;
        this.cancellable = cancellable;
    }

    /** Asks nobody to unlock anything. */
    Finding find(UUID id) {
        Finding finding = search(id, 0);
        return finding instanceof Finding.Missing && !lockedCollections().isEmpty() ? new Finding.Locked() : finding;
    }

    /** Lets the service ask the person; returns when it has. */
    Finding unlockAndFind(UUID id) {
        Finding finding = search(id, SEARCH_UNLOCK);
        if (!(finding instanceof Finding.Missing)) {
            return finding;
        }
        // some services do not even tell what a locked collection holds
        library.list(lockedCollections(), list -> {
            MemorySegment unlocked = arena.allocate(LibSecret.POINTER);
            library.tried("secret_service_unlock_sync", service(), list, cancellable.pointer(), unlocked);
            library.freeObjects(LibSecret.target(unlocked));
        });
        return find(id);
    }

    /** What a search finds after the secret was stored. */
    Finding keep(UUID id, byte[] secret) {
        byte[] text = Base64.getEncoder().encode(secret);
        MemorySegment bytes = arena.allocateFrom(LibSecret.BYTE, text);
        MemorySegment value =
                library.pointer("secret_value_new", bytes, (long) text.length, library.text(arena, "text/plain"));
        try {
            library.withAttributes(
                    arena,
                    attributes(id),
                    table -> library.tried(
                            "secret_service_store_sync",
                            service(),
                            MemorySegment.NULL,
                            table,
                            library.text(arena, DEFAULT_COLLECTION),
                            library.text(arena, "Officina data key"),
                            value,
                            cancellable.pointer()));
        } finally {
            library.run("secret_value_unref", value);
            bytes.fill((byte) 0);
            Arrays.fill(text, (byte) 0);
        }
        return search(id, 0);
    }

    Finding forget(UUID id) {
        library.withAttributes(
                arena,
                attributes(id),
                table -> library.tried(
                        "secret_service_clear_sync", service(), MemorySegment.NULL, table, cancellable.pointer()));
        return new Finding.Missing();
    }

    private Finding search(UUID id, int flags) {
        MemorySegment items = library.withAttributes(
                arena,
                attributes(id),
                table -> library.tried(
                        "secret_service_search_sync",
                        service(),
                        MemorySegment.NULL,
                        table,
                        SEARCH_ALL | SEARCH_LOAD_SECRETS | flags,
                        cancellable.pointer()));
        try {
            List<MemorySegment> found = LibSecret.elements(items);
            for (MemorySegment item : found) {
                SecretBytes secret = secret(item);
                if (secret != null) {
                    return new Finding.Found(secret);
                }
            }
            return found.isEmpty() ? new Finding.Missing() : new Finding.Locked();
        } finally {
            library.freeObjects(items);
        }
    }

    /** Nothing when the item is locked. */
    private @Nullable SecretBytes secret(MemorySegment item) {
        MemorySegment value = library.pointer("secret_item_get_secret", item);
        if (LibSecret.isNull(value)) {
            return null;
        }
        try {
            MemorySegment length = arena.allocate(LibSecret.POINTER);
            byte[] text = LibSecret.bytes(library.pointer("secret_value_get", value, length), length);
            try {
                return new SecretBytes(Base64.getDecoder().decode(text));
            } catch (IllegalArgumentException e) {
                // not what was stored: never the right key, but there
                return new SecretBytes(new byte[0]);
            } finally {
                Arrays.fill(text, (byte) 0);
            }
        } finally {
            library.run("secret_value_unref", value);
        }
    }

    private List<MemorySegment> lockedCollections() {
        MemorySegment collections = library.pointer("secret_service_get_collections", service());
        try {
            return LibSecret.elements(collections).stream()
                    .filter(collection -> library.number("secret_collection_get_locked", collection) != 0)
                    .toList();
        } finally {
            // the service itself goes on holding them
            library.freeObjects(collections);
        }
    }

    private MemorySegment service() {
        MemorySegment known = service;
        if (known == null) {
            known = library.tried("secret_service_get_sync", OPEN_SESSION | LOAD_COLLECTIONS, cancellable.pointer());
            service = known;
        }
        return known;
    }

    private static List<String> attributes(UUID id) {
        return List.of("xdg:schema", "officina.DataKey", "application", "officina", "key", id.toString());
    }

    @Override
    public void close() {
        if (service != null) {
            library.run("g_object_unref", service);
        }
        arena.close();
        cancellable.close();
    }
}
