// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import officina.base.Redacted;
import officina.base.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A keyring over a {@link SecretStore}, for systems on which nobody has tried it yet: each call runs on a thread of its
 * own and is given up when its time is over, whatever goes wrong is told as a keyring that cannot be reached, and a
 * secret counts as kept only when it was read back; one that is kept after that time is taken out again. So the worst that a mistake in here does is to ask for a passphrase.
 */
final class BoundedKeyring implements Keyring {

    private static final Logger log = LoggerFactory.getLogger(BoundedKeyring.class);

    private final String name;
    private final Duration limit;
    private final Supplier<SecretStore> store;

    /**
     * With a way to reach the store.
     *
     * @param name what a person calls it
     * @param limit how long a person may take to unlock it
     * @param store throws {@link IllegalArgumentException} where the system does not have it
     */
    BoundedKeyring(String name, Duration limit, Supplier<SecretStore> store) {
        this.name = name;
        this.limit = limit;
        this.store = store;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isTried() {
        return false;
    }

    @Override
    public Finding find(UUID id) {
        return within(each -> each.read(id), _ -> {}, () -> {});
    }

    @Override
    public boolean keep(UUID id, byte[] secret) {
        byte[] copy = secret.clone();
        Finding kept = within(
                each -> {
                    Finding written = each.write(id, copy);
                    return written instanceof Finding.Missing ? each.read(id) : written;
                },
                late -> {
                    // not what another call has kept since
                    if (Arrays.equals(late.bytes(), copy)) {
                        answer(each -> delete(each, id));
                    }
                },
                () -> Arrays.fill(copy, (byte) 0));
        if (!(kept instanceof Finding.Found(SecretBytes back))) {
            return false;
        }
        try (back) {
            if (Arrays.equals(back.bytes(), secret)) {
                return true;
            }
        }
        log.warn("The keyring accepted a secret and gave another one back; it is not used");
        forget(id);
        return false;
    }

    @Override
    public void forget(UUID id) {
        within(each -> delete(each, id), _ -> {}, () -> {});
    }

    private static Finding delete(SecretStore store, UUID id) {
        store.delete(id);
        return new Finding.Missing();
    }

    /**
     * What the call finds, or that it took too long.
     *
     * @param late what to do with a secret that is found after the call was given up; it is overwritten then
     * @param end comes last, on the thread of the call: until then that may use what it was given
     */
    private Finding within(Function<SecretStore, Finding> call, Consumer<SecretBytes> late, Runnable end) {
        CompletableFuture<Finding> result = new CompletableFuture<>();
        Threads.startPlatform("keyring", () -> {
            try {
                Finding finding = answer(call);
                if (!result.complete(finding) && finding instanceof Finding.Found(SecretBytes secret)) {
                    try (secret) {
                        late.accept(secret);
                    }
                }
            } finally {
                end.run();
            }
        });
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return givenUp(result, "no keyring answers");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return givenUp(result, "the wait for it was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it so", e);
        }
    }

    /** What the call found in the last moment, or that it was given up. */
    private static Finding givenUp(CompletableFuture<Finding> result, String reason) {
        result.complete(new Finding.Unreachable(reason));
        return result.join();
    }

    private Finding answer(Function<SecretStore, Finding> call) {
        SecretStore reached;
        try {
            reached = store.get();
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return new Finding.Unreachable("this system does not have " + name);
        }
        try {
            return call.apply(reached);
        } catch (RuntimeException | LinkageError e) {
            log.warn("The keyring could not be used", Redacted.of(e));
            return new Finding.Unreachable("it cannot be used");
        }
    }
}
