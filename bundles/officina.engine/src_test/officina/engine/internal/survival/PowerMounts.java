// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import officina.engine.internal.survival.PowerMountProcess.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Starts {@link PowerMountProcess}es. Each has a mount namespace and a process namespace of its own, so that neither a
 * mount nor a process is left when it ends, in whatever way, or when this process does.
 */
final class PowerMounts {

    private static final int TRY_SECONDS = 30;

    private static final List<String> ALONE =
            List.of("unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc");

    private PowerMounts() {}

    /** Why there can be none here; {@code null} where there can be. Takes some milliseconds. */
    static @Nullable String hindrance() throws IOException, InterruptedException {
        Path device = Path.of("/dev/fuse");
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            return "file systems of programs are needed: " + device + " is not there or not for this user";
        }
        Process process;
        try {
            process = new ProcessBuilder(alone(List.of("true")))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return "the program unshare is needed (package util-linux): " + e.getMessage();
        }
        if (!process.waitFor(TRY_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return "a mount namespace could not be made within " + TRY_SECONDS + " s";
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.exitValue() == 0 ? null : "this user may not make a mount namespace here: " + said.strip();
    }

    private static List<String> alone(List<String> command) {
        List<String> all = new ArrayList<>(ALONE);
        if (!System.getProperty("user.name").equals("root")) {
            all.addAll(List.of("--user", "--map-root-user"));
        }
        all.addAll(command);
        return all;
    }

    /** Its errors go beside those of the other process; what it and the other one say is said by the one given. */
    static Process start(Path folder, Setting setting) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Children.compilers(setting.seed()),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Children.classPath(),
                PowerMountProcess.class.getName()));
        command.addAll(setting.words());
        return new ProcessBuilder(alone(command))
                .redirectError(Path.of(setting.errors() + ".mount").toFile())
                .directory(folder.toFile())
                .start();
    }

    static String errors(Setting setting) {
        try {
            return Files.readString(Path.of(setting.errors() + ".mount")) + Files.readString(setting.errors());
        } catch (IOException e) {
            return String.valueOf(e);
        }
    }
}
