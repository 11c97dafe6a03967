// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import officina.base.Threads;

/**
 * A process that mounts a {@link PowerMount} and starts another one that works in it. When the power goes it kills that
 * one, which has not seen anything of it, and makes what is left; so it does when that one has ended in order. It ends
 * with 0 then. Arguments: see {@link Setting}. What it reads are orders: {@code lose N}, the power goes with the N-th
 * change from now; {@code lie}, from now on the disk only says that it has synchronised; that comes between the lines
 * {@code lying?} and {@code lying!}. When nobody can give orders any more it ends at once, and all with it.
 */
final class PowerMountProcess {

    private static final int END_SECONDS = 60;

    private PowerMountProcess() {}

    /**
     * What it is told at its start.
     *
     * @param live what is on the disk; used up
     * @param where an empty folder
     * @param after made with what the loss leaves
     * @param errors where the other process's errors go
     * @param steps the power goes with that change
     * @param some whether some of what was not synchronised is left, else none
     * @param keepsWrites whether the kernel keeps what is written
     * @param command the other process
     */
    record Setting(
            Path live,
            Path where,
            Path after,
            Path errors,
            long seed,
            int steps,
            boolean some,
            boolean keepsWrites,
            List<String> command) {

        private static final int WORDS = 8;

        static Setting of(String... words) {
            return new Setting(
                    Path.of(words[0]),
                    Path.of(words[1]),
                    Path.of(words[2]),
                    Path.of(words[3]),
                    Long.parseLong(words[4]),
                    Integer.parseInt(words[5]),
                    Boolean.parseBoolean(words[6]),
                    Boolean.parseBoolean(words[7]),
                    Arrays.asList(words).subList(WORDS, words.length));
        }

        List<String> words() {
            List<String> all = new ArrayList<>(List.of(
                    live.toString(),
                    where.toString(),
                    after.toString(),
                    errors.toString(),
                    Long.toString(seed),
                    Integer.toString(steps),
                    Boolean.toString(some),
                    Boolean.toString(keepsWrites)));
            all.addAll(command);
            return all;
        }
    }

    public static void main(String[] args) {
        int code = 1;
        try {
            Setting setting = Setting.of(args);
            PowerDisk disk = PowerDisk.over(setting.live(), new Random(setting.seed()), setting.steps());
            PowerMount mount = PowerMount.mount(disk, setting.live(), setting.where(), setting.keepsWrites());
            Threads.startPlatform("orders", () -> obey(disk, mount));
            code = run(setting, disk, mount);
        } catch (Throwable e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(code);
    }

    private static int run(Setting setting, PowerDisk disk, PowerMount mount) throws Exception {
        Process process = new ProcessBuilder(setting.command())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(setting.errors().toFile())
                .start();
        process.onExit().thenRun(() -> {
            try {
                mount.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            mount.serve();
        } finally {
            process.destroyForcibly();
            mount.end();
        }
        boolean byItself = !disk.isLost();
        disk.restore(setting.after(), setting.some());
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process did not end within " + END_SECONDS + " s");
        }
        return byItself ? process.exitValue() : 0;
    }

    private static void obey(PowerDisk disk, PowerMount mount) {
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            String order = orders.readLine();
            while (order != null) {
                if (order.equals("lie")) {
                    out.write("lying?\n".getBytes(StandardCharsets.US_ASCII));
                    mount.lie();
                    out.write("lying!\n".getBytes(StandardCharsets.US_ASCII));
                } else {
                    disk.loseAfter(Integer.parseInt(order.substring("lose ".length())));
                }
                order = orders.readLine();
            }
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
        }
        Runtime.getRuntime().halt(1);
    }
}
