// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the probe in a session bus of its own, with the real GNOME Keyring and a home in the given folder. */
record DesktopSession(Path home) {

    /** Nobody answers anyway. */
    private static final int SOON = 2_000;

    /** Somebody answers, on however busy a machine. */
    private static final int PATIENT = 10_000;

    private static final String PROCESS = """
            keyring() { dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
                org.freedesktop.DBus.GetConnectionUnixProcessID string:org.freedesktop.secrets | sed 's/.* //'; }
            """;
    private static final String STARTED = " >/dev/null; while [ -z \"$(keyring)\" ]; do sleep 0.05; done";

    private static final String LOCKED = "gnome-keyring-daemon --start --components=secrets" + STARTED;

    private static final String PROMPT = "org.freedesktop.Secret.Prompt";

    /** A call of a prompt, or how it was completed. */
    private static final Pattern SAID =
            Pattern.compile("interface=" + PROMPT + "; member=(?:(Prompt|Dismiss)|Completed\\R +boolean (true|false))");

    // it would end by itself a moment after the bus, while the test removes its files
    private static final String END = """
            ; pid=$(keyring)
            if [ -n "$pid" ]; then kill $pid; while grep -qs "^State:.[^Z]" /proc/$pid/status; do sleep 0.05; done; fi
            """;

    /** What the probe printed, and what went over the bus to a prompt and back: the member, for its end with what it said. */
    record Watched(String answer, List<String> prompts) {}

    static boolean possible() {
        return List.of("dbus-run-session", "dbus-send", "dbus-monitor", "gnome-keyring-daemon").stream()
                .allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool)));
    }

    /** With the keyring unlocked, as after a login with a password. */
    String unlocked(String... probe) throws IOException, InterruptedException {
        return inSession("printf secret | gnome-keyring-daemon --unlock --components=secrets" + STARTED, "", probe);
    }

    /** With the keyring locked, as after a login without one, and nobody who could unlock it. */
    String locked(String... probe) throws IOException, InterruptedException {
        return inSession(LOCKED, "", probe);
    }

    /** As {@link #locked}, and watches the prompts, which the keyring ends as if the person had closed them. */
    Watched lockedAndWatched(String... probe) throws IOException, InterruptedException {
        Path seen = home.resolve("seen");
        Files.deleteIfExists(seen);
        // it listens before the probe begins, and hears last what is said last
        String watch = "; dbus-monitor --session \"interface='%1$s'\" >%2$s & watch=$!; "
                + "until grep -qs NameLost %2$s; do sleep 0.05; done";
        String enough = "; dbus-send --session --type=signal / %1$s.Over; "
                + "until grep -q member=Over %2$s; do sleep 0.05; done; kill $watch";
        String answer = inSession(LOCKED + watch.formatted(PROMPT, seen), enough.formatted(PROMPT, seen), probe);
        List<String> prompts = new ArrayList<>();
        Matcher matcher = SAID.matcher(Files.readString(seen));
        while (matcher.find()) {
            prompts.add(matcher.group(1) == null ? "dismissed " + matcher.group(2) : matcher.group(1));
        }
        return new Watched(answer, prompts);
    }

    /** With a session bus and nothing on it. */
    String withoutKeyring(String... probe) throws IOException, InterruptedException {
        return inSession("true", "", probe);
    }

    /** With no session bus at all. */
    String withoutBus(String... probe) throws IOException, InterruptedException {
        return run(probe(SOON, probe), Map.of());
    }

    /** With that as the address of the session bus. */
    String withBus(String address, String... probe) throws IOException, InterruptedException {
        return run(probe(SOON, probe), Map.of("DBUS_SESSION_BUS_ADDRESS", address));
    }

    private String inSession(String before, String after, String... probe) throws IOException, InterruptedException {
        Path services = Files.createDirectories(home.resolve("bus"));
        Path config = services.resolve("session.conf");
        // no service files: nothing is started that a test did not start
        Files.writeString(config, """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig><type>session</type><listen>unix:tmpdir=%s</listen>
                <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
                <allow own="*"/></policy></busconfig>
                """.formatted(services));
        List<String> command =
                new ArrayList<>(List.of("dbus-run-session", "--config-file=" + config, "--", "sh", "-c"));
        command.add(PROCESS + before + "; \"$@\" >" + home.resolve("answer") + " 2>&1" + after + END);
        command.add("sh");
        command.addAll(probe(PATIENT, probe));
        run(command, Map.of());
        return Files.readString(home.resolve("answer")).strip();
    }

    /** @param limit for an answer of the bus, in milliseconds */
    private static List<String> probe(int limit, String... probe) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Danswer=" + limit,
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                KeyringProbe.class.getName()));
        command.addAll(List.of(probe));
        return command;
    }

    private String run(List<String> command, Map<String, String> more) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("DBUS")
                        || name.startsWith("GNOME_KEYRING")
                        || name.equals("DISPLAY")
                        || name.equals("WAYLAND_DISPLAY"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("share").toString());
        builder.environment()
                .put(
                        "XDG_RUNTIME_DIR",
                        Files.createDirectories(home.resolve("run")).toString());
        builder.environment().putAll(more);
        Path output = Files.createTempFile(home, "output", ".txt");
        Process process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("the probe hangs: " + Files.readString(output));
        }
        return Files.readString(output).strip();
    }
}
