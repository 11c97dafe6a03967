// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import officina.base.Redacted;
import officina.base.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Secret Service of Linux desktops (GNOME Keyring, KWallet, KeePassXC ...), through libsecret. Each call runs on a
 * thread of its own, because a service may hang or wait for the person, and is cancelled when its time is over.
 */
final class SecretServiceKeyring implements Keyring {

    private static final Logger log = LoggerFactory.getLogger(SecretServiceKeyring.class);

    /** For a service that must be started first. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** For a person who looks for a password. */
    private static final Duration PERSON = Duration.ofMinutes(2);

    private static final Duration AFTER_CANCEL = Duration.ofSeconds(1);

    private final Map<String, String> environment;
    private final Duration answer;

    SecretServiceKeyring(Map<String, String> environment) {
        this(environment, ANSWER);
    }

    SecretServiceKeyring(Map<String, String> environment, Duration answer) {
        this.environment = Map.copyOf(environment);
        this.answer = answer;
    }

    @Override
    public String name() {
        return "the keyring of the desktop (Secret Service)";
    }

    @Override
    public boolean isTried() {
        return true;
    }

    @Override
    public Finding find(UUID id) {
        Finding finding = within(answer, session -> session.find(id));
        if (finding instanceof Finding.Locked) {
            return within(personsTime(), session -> session.unlockAndFind(id));
        }
        return finding;
    }

    @Override
    public boolean keep(UUID id, byte[] secret) {
        Finding kept = within(personsTime(), session -> session.keep(id, secret));
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
        within(answer, session -> session.forget(id));
    }

    /** Without a display no window can ask the person, so nothing is gained by waiting for one. */
    private Duration personsTime() {
        boolean display = !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        return display ? PERSON : answer;
    }

    private Finding within(Duration limit, Function<SecretServiceSession, Finding> call) {
        if (!hasBus()) {
            // asked all the same, the library would start a bus of its own
            return new Finding.Unreachable("there is no session bus");
        }
        LibSecret library;
        try {
            library = LibSecret.load();
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return new Finding.Unreachable("libsecret is not installed");
        }
        CompletableFuture<Finding> result = new CompletableFuture<>();
        try (LibSecret.Cancellable cancellable = library.cancellable()) {
            LibSecret.Cancellable shared = cancellable.shared();
            Threads.startPlatform("keyring", () -> {
                try (SecretServiceSession session = new SecretServiceSession(library, shared)) {
                    result.complete(call.apply(session));
                } catch (LibSecret.CallFailedException e) {
                    log.debug("The keyring did not answer as hoped", Redacted.of(e));
                    result.complete(new Finding.Unreachable("no keyring answers"));
                } catch (RuntimeException | Error e) {
                    result.completeExceptionally(e);
                }
            });
            return await(result, limit, cancellable);
        }
    }

    private static Finding await(CompletableFuture<Finding> result, Duration limit, LibSecret.Cancellable cancellable) {
        try {
            try {
                return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                cancellable.cancel();
                return result.get(AFTER_CANCEL.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException e) {
            return new Finding.Unreachable("no keyring answers");
        } catch (InterruptedException e) {
            cancellable.cancel();
            Thread.currentThread().interrupt();
            return new Finding.Unreachable("the wait for it was interrupted");
        } catch (ExecutionException e) {
            log.warn("The keyring could not be used", Redacted.of(e));
            return new Finding.Unreachable("it cannot be used");
        }
    }

    private boolean hasBus() {
        if (!environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isEmpty()) {
            return true;
        }
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return !runtime.isEmpty() && Files.exists(Path.of(runtime, "bus"));
    }
}
