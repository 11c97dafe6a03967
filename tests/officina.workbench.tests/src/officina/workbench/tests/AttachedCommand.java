// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** A command of the command line, as a process of its own that attaches to the window's engine. */
final class AttachedCommand {

    private static final long LIMIT_SECONDS = 60;

    private AttachedCommand() {}

    /** Runs it on the window's data folder, to its end; what it printed. */
    static String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.provider=officina.cli.ErrorLog",
                "-Dslf4j.internal.verbosity=WARN",
                "-cp",
                classPath(),
                "officina.cli.AttachedCommandLine"));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", Ui.data().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + List.of(words));
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("exit code " + process.exitValue() + ": " + said);
        }
        return said;
    }

    /** The bundles of this framework are the jars of that process. */
    private static String classPath() {
        Bundle[] all = FrameworkUtil.getBundle(AttachedCommand.class)
                .getBundleContext()
                .getBundles();
        return Arrays.stream(all)
                .filter(bundle -> bundle.getSymbolicName()
                        .matches("officina\\.(cli|base|api|protocol|core|vault|engine).*"
                                + "|picocli|info\\.picocli|slf4j\\.api|com\\.fasterxml.*|org\\.pcollections"))
                .flatMap(bundle -> FileLocator.getBundleFileLocation(bundle).stream())
                .map(AttachedCommand::classes)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A bundle that was not packed has its classes in a folder. */
    private static String classes(File bundle) {
        File folder = new File(bundle, "target/classes");
        return folder.isDirectory() ? folder.getPath() : bundle.getPath();
    }
}
