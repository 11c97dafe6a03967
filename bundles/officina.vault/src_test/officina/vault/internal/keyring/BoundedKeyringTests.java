// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import officina.vault.internal.keyring.Keyring.Finding;
import org.junit.jupiter.api.Test;

class BoundedKeyringTests {

    private static final UUID ID = new UUID(1, 2);
    private static final byte[] SECRET = {1, 2, 3};

    private static Keyring over(Supplier<SecretStore> store) {
        return new BoundedKeyring("a keyring", Duration.ofSeconds(20), store);
    }

    private static Keyring over(SecretStore store) {
        return over(() -> store);
    }

    @Test
    void keeps_every_promise_over_a_store_that_works() {
        assertEquals(List.of(), KeyringContract.broken(over(new MemoryStore())));
    }

    @Test
    void the_contract_finds_stores_that_do_not() {
        SecretStore one = new MemoryStore() {
            @Override
            public synchronized Finding read(UUID id) {
                return super.read(ID);
            }

            @Override
            public synchronized Finding write(UUID id, byte[] secret) {
                return super.write(ID, secret);
            }
        };
        assertEquals(
                List.of(
                        "keeps the newer in place of the older: not missing: Found[secret=***]",
                        "does not mix what has different identifiers: not missing: Found[secret=***]",
                        "forgets, and what is not there as well: not missing: Found[secret=***]"),
                KeyringContract.broken(over(one)).stream()
                        .filter(each -> !each.startsWith("does not have what was never kept"))
                        .toList());
        SecretStore text = new MemoryStore() {
            @Override
            public synchronized Finding write(UUID id, byte[] secret) {
                int end = 0;
                while (end < secret.length && secret[end] != 0) {
                    end++;
                }
                return super.write(id, Arrays.copyOf(secret, end));
            }
        };
        assertEquals(List.of("keeps any bytes: a secret of 256 bytes is not kept"), KeyringContract.broken(over(text)));
        assertEquals(7, KeyringContract.broken(new NoKeyring("it is a test")).size());
    }

    @Test
    void a_secret_that_comes_back_changed_is_not_kept_and_not_left_behind() {
        MemoryStore store = new MemoryStore() {
            @Override
            public synchronized Finding write(UUID id, byte[] secret) {
                return super.write(id, new byte[] {9});
            }
        };
        assertFalse(over(store).keep(ID, SECRET));
        assertTrue(store.secrets.isEmpty());
    }

    @Test
    void a_refusal_to_write_is_not_taken_for_success() {
        MemoryStore store = new MemoryStore();
        store.write(ID, SECRET);
        SecretStore refusing = new MemoryStore() {
            @Override
            public synchronized Finding read(UUID id) {
                return store.read(id);
            }

            @Override
            public synchronized Finding write(UUID id, byte[] secret) {
                return new Finding.Locked();
            }
        };
        assertFalse(over(refusing).keep(ID, SECRET));
    }

    @Test
    void what_goes_wrong_is_a_keyring_that_cannot_be_reached() {
        SecretStore broken = new MemoryStore() {
            @Override
            public synchronized Finding read(UUID id) {
                throw new IllegalStateException("secret things");
            }

            @Override
            public synchronized void delete(UUID id) {
                throw new IllegalStateException("secret things");
            }
        };
        assertEquals(new Finding.Unreachable("it cannot be used"), over(broken).find(ID));
        assertFalse(over(broken).keep(ID, SECRET));
        over(broken).forget(ID);
    }

    @Test
    void a_person_who_does_not_answer_is_not_waited_for_for_ever() {
        CountDownLatch end = new CountDownLatch(1);
        Keyring keyring = new BoundedKeyring("a keyring", Duration.ofMillis(50), () -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new MemoryStore();
        });
        try {
            assertEquals(new Finding.Unreachable("no keyring answers"), keyring.find(ID));
            assertFalse(keyring.keep(ID, SECRET));
        } finally {
            end.countDown();
        }
    }

    @Test
    void what_comes_after_it_was_given_up_is_whole_and_then_taken_out_and_overwritten() {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch deleted = new CountDownLatch(1);
        AtomicReference<byte[]> written = new AtomicReference<>();
        AtomicReference<SecretBytes> back = new AtomicReference<>();
        MemoryStore slow = new MemoryStore() {
            @Override
            public synchronized Finding write(UUID id, byte[] secret) {
                awaited(end);
                written.set(secret.clone());
                return super.write(id, secret);
            }

            @Override
            public synchronized Finding read(UUID id) {
                Finding found = super.read(id);
                back.set(((Finding.Found) found).secret());
                return found;
            }

            @Override
            public synchronized void delete(UUID id) {
                super.delete(id);
                deleted.countDown();
            }
        };
        Keyring keyring = new BoundedKeyring("a keyring", Duration.ofMillis(50), () -> slow);
        try {
            assertFalse(keyring.keep(ID, SECRET));
        } finally {
            end.countDown();
        }
        awaited(deleted);
        assertArrayEquals(SECRET, written.get());
        assertTrue(slow.secrets.isEmpty());
        for (int i = 0; i < 2_000 && back.get().bytes()[0] != 0; i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertArrayEquals(
                new byte[SECRET.length], back.get().bytes(), "what was read late was not overwritten in 20 s");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "not within 20 s");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_system_without_the_library_says_so() {
        for (Supplier<SecretStore> elsewhere :
                List.<Supplier<SecretStore>>of(CredentialManager::open, Keychain::open)) {
            assertEquals(
                    new Finding.Unreachable("this system does not have a keyring"),
                    over(elsewhere).find(ID));
            assertFalse(over(elsewhere).keep(ID, SECRET));
        }
    }

    @Test
    void says_that_nobody_tried_it() {
        assertFalse(over(new MemoryStore()).isTried());
    }
}
