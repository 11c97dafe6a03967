// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import officina.api.error.FailureException;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.base.SecretText;
import officina.engine.Keys;
import officina.engine.remote.RemoteEngine;
import officina.engine.wire.EngineMethods;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.Test;

/** An attached engine: what crosses, and what does not. */
class AttachTests extends AttachFixture {

    @Test
    void values_and_failures_cross_and_defects_do_not() {
        engine.projects = SampleEngine.projects(3, "Größe\n");
        try (RemoteEngine remote = RemoteEngine.attach(data, "4.5.6")) {
            assertEquals(engine.projects, remote.projects().list());
            assertEquals("1.2.3", remote.peer().program());
            assertEquals(ProcessHandle.current().pid(), remote.peer().process());
            FailureException refused =
                    assertThrows(FailureException.class, () -> remote.sessions().rename(SESSION, "x"));
            assertEquals(SampleEngine.MISSING, refused.failure());
            FailureException defect =
                    assertThrows(FailureException.class, () -> remote.runs().cancel(RUN));
            assertEquals("internal.unexpected", defect.failure().code());
            assertFalse(defect.getMessage().contains("Xylophon"));
        }
    }

    @Test
    void every_method_of_the_engine_travels_or_is_made_here() throws Exception {
        engine.journal.append(SampleEvents.drafts(SESSION, 1));
        EngineMethods methods = new EngineMethods();
        SecretText passphrase = new SecretText("not sent".toCharArray());
        Map<Class<?>, Object> arguments = Map.of(
                SessionId.class,
                SESSION,
                RunId.class,
                RUN,
                long.class,
                1L,
                int.class,
                1,
                Consumer.class,
                (Consumer<Object>) _ -> {},
                Path.class,
                data.resolve("no"),
                boolean.class,
                true,
                SecretText.class,
                passphrase);
        List<String> unmade = new ArrayList<>();
        int made = 0;
        try (passphrase;
                RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            for (Method accessor : methods.services().values()) {
                for (Method method : accessor.getReturnType().getMethods()) {
                    // waiting and keys have tests of their own
                    if (methods.of(accessor.getName(), method) == null
                            && !method.isDefault()
                            && !method.getName().equals("await")
                            && method.getDeclaringClass() != Keys.class) {
                        Object[] given = Arrays.stream(method.getParameterTypes())
                                .map(arguments::get)
                                .toArray();
                        try {
                            method.invoke(accessor.invoke(remote), given);
                        } catch (InvocationTargetException e) {
                            if (String.valueOf(e.getCause().getMessage()).startsWith("nobody makes")) {
                                unmade.add(method.toString());
                            }
                        }
                        made++;
                    }
                }
            }
        }
        assertEquals(List.of(), unmade);
        assertEquals(13, made);
    }

    @Test
    void the_window_of_the_other_process_comes_to_the_front() {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            assertTrue(remote.window().raise());
            assertEquals(1, engine.raised.get());
        }
    }

    @Test
    void an_engine_without_a_window_raises_that_of_an_attached_process() throws Exception {
        engine.windowless = true;
        AtomicInteger raised = new AtomicInteger();
        try (RemoteEngine window = RemoteEngine.attach(data, "1");
                RemoteEngine other = RemoteEngine.attach(data, "1")) {
            assertFalse(other.window().raise());
            window.offerWindow(raised::incrementAndGet);
            until("the window is raised", () -> other.window().raise() && raised.get() > 0);
        }
        int before = raised.get();
        try (RemoteEngine window = RemoteEngine.attach(data, "1")) {
            window.offerWindow(raised::incrementAndGet);
            server.close();
            server = EngineServer.open(engine.served(), data, "1.2.4");
            until("the next connection offers the window as well", () -> {
                try {
                    return window.window().raise() && raised.get() > before;
                } catch (FailureException notYet) {
                    return false;
                }
            });
        }
    }

    @Test
    void a_connection_that_breaks_is_told_once_and_one_that_is_closed_is_not() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        AtomicInteger closed = new AtomicInteger();
        try (RemoteEngine stays = RemoteEngine.attach(data, "1");
                RemoteEngine goes = RemoteEngine.attach(data, "1")) {
            stays.whenLost(lost::countDown);
            goes.whenLost(closed::incrementAndGet);
            goes.close();
            server.close();
            assertTrue(lost.await(LIMIT_SECONDS, TimeUnit.SECONDS), "nobody told of the loss");
            CountDownLatch late = new CountDownLatch(1);
            stays.whenLost(late::countDown);
            assertTrue(late.await(LIMIT_SECONDS, TimeUnit.SECONDS), "who listens late is told at once");
        }
        assertEquals(0, closed.get());
    }

    @Test
    void keys_are_not_changed_from_another_process() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1");
                RawClient client = RawClient.attached(socket())) {
            assertEquals("keys.local-only", codeOf(() -> remote.keys().newPhrase()));
            assertEquals("keys.local-only", codeOf(() -> remote.keys().useKeyring()));
            assertEquals(
                    "keys.local-only",
                    codeOf(() -> remote.mail().setPassword("work", new SecretText(new char[] {'x'}))));
            client.send(request(1, "keys.removePhrase", "{}"));
            assertEquals("protocol.unknown-method", client.refusal());
        }
    }

    @Test
    void a_result_too_long_for_a_line_comes_in_parts() {
        engine.projects = SampleEngine.projects(40, "x".repeat(1_000_000));
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            assertEquals(engine.projects, remote.projects().list());
        }
    }

    @Test
    void a_value_too_long_for_a_line_is_refused_and_the_next_call_works() {
        engine.projects = SampleEngine.projects(2, "x".repeat(11_000_000));
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            assertEquals("protocol.malformed", codeOf(() -> remote.projects().list()));
            engine.projects = List.of();
            assertEquals(List.of(), remote.projects().list());
        }
    }
}
