// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.id.SessionId;
import officina.engine.Engine;

/**
 * A process that does {@link Work} until it is killed, and says its lines. Arguments: data folder, folder of exports,
 * seed, first number, passphrases of which one is right, how many lines until an orderly end (0: never), conversations to go on with.
 */
final class WorkingProcess {

    private static final OutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private WorkingProcess() {}

    public static void main(String[] args) throws Exception {
        // what libraries log there is not for who listens
        System.setOut(System.err);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(args[5]));
        boolean ends = left.get() > 0;
        List<SessionId> mains = Arrays.stream(args)
                .skip(6)
                .map(id -> new SessionId(UUID.fromString(id)))
                .toList();
        List<Integer> passphrases =
                Arrays.stream(args[4].split(",")).map(Integer::valueOf).toList();
        try (Engine engine = RealParts.open(Path.of(args[0]), passphrases, right -> say("opened! " + right))) {
            Work work = new Work(
                    engine,
                    Path.of(args[1]),
                    Integer.parseInt(args[3]),
                    mains,
                    line -> {
                        say(line);
                        left.decrementAndGet();
                    },
                    () -> !ends || left.get() > 0);
            try {
                work.run(Long.parseLong(args[2]));
            } catch (Throwable e) {
                // before the engine is closed: a thread that hangs may keep it from that
                failed(e);
            }
        } catch (Throwable e) {
            failed(e);
        }
    }

    private static void failed(Throwable e) {
        e.printStackTrace();
        say("failed " + e.getClass().getName());
        Runtime.getRuntime().halt(1);
    }

    private static void say(String line) {
        try {
            // one write each, so that a kill cuts none
            OUT.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
