// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.DurableFiles;
import officina.engine.Diagnostics.Check;
import officina.protocol.Json;

/**
 * What helps to find a defect and tells nothing about the person: versions, checks, sizes, logs; see
 * {@code docs/reference/diagnostics-bundle.md}. Works without an engine, because a data folder that does not open is
 * what is asked about most.
 */
public final class DiagnosticsBundle {

    /** So much of each log, from its end, in bytes. */
    private static final int MOST_LOG = 1 << 20;

    /** What Officina makes in a data folder. */
    private static final List<String> FOLDERS =
            List.of("journal", "store", "logs", "workbench", "index", "native", "plugins");

    /** How its files end; a longer ending stands before one that is its end. */
    private static final List<String> ENDINGS = List.of(
            ".segment", ".summary", ".snapshot", ".mv.db", ".log", ".gz", ".keys", ".sock", ".new", ".rewritten");

    private static final String README = """
            A diagnostics bundle of Officina: versions, checks, sizes of files, log lines.

            It holds nothing that was written by you or by an agent, no key and no passphrase. Names of folders,
            of the user and of the machine are replaced. Look into it before you hand it over: all files are text.
            """;

    private final Path data;
    private final Redaction redaction;
    private final InstantSource clock;
    private final InstalledBundles installed;

    public DiagnosticsBundle(Path data, InstantSource clock, InstalledBundles installed) {
        this.data = data;
        this.installed = installed;
        this.clock = clock;
        redaction = Redaction.of(data);
    }

    /** See {@link officina.engine.Diagnostics#bundle}. */
    public void write(Path file, List<Check> checks) {
        try {
            DurableFiles.create(file, channel -> {
                // closing it would close the channel, which is synchronised after this
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
                put(zip, "README.txt", README);
                put(zip, "about.json", line(about()));
                put(zip, "checks.json", lines(checks.stream().map(this::json).toList()));
                put(zip, "files.json", line(files()));
                put(zip, "bundles.json", lines(bundles()));
                logs(zip);
                zip.finish();
            });
        } catch (FileAlreadyExistsException e) {
            throw failure(
                    "diagnostics.exists",
                    "There is already something at " + file + ".",
                    "Choose another name; nothing is overwritten.",
                    e);
        } catch (IOException e) {
            throw failure(
                    "diagnostics.unwritable",
                    "The file " + file + " cannot be written.",
                    "Choose another place; nothing was left there.",
                    e);
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private JsonObject about() {
        Runtime runtime = Runtime.getRuntime();
        JsonObject about = JsonObject.EMPTY
                .with("madeAt", clock.instant())
                .with("processors", runtime.availableProcessors())
                .with("heapMost", runtime.maxMemory())
                .with("heapUsed", runtime.totalMemory() - runtime.freeMemory());
        for (String each : List.of(
                "os.name", "os.version", "os.arch", "java.version", "java.vendor", "java.vm.name", "file.encoding")) {
            about = about.with(each, System.getProperty(each, ""));
        }
        return about.with("officina", installed.version());
    }

    /** How many files there are and how large they are, by folder and ending; names may be identifiers of sessions. */
    private JsonObject files() throws IOException {
        if (!Files.isDirectory(data)) {
            return JsonObject.EMPTY;
        }
        TreeMap<String, long[]> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            files.filter(Files::isRegularFile).forEach(each -> {
                long[] sum = sums.computeIfAbsent(kind(each), _ -> new long[2]);
                sum[0]++;
                sum[1] += size(each);
            });
        } catch (UncheckedIOException e) {
            return JsonObject.EMPTY.with("unreadable", true);
        }
        JsonObject json = JsonObject.EMPTY;
        for (String kind : sums.keySet()) {
            long[] sum = sums.get(kind);
            json = json.with(kind, JsonObject.EMPTY.with("files", sum[0]).with("bytes", sum[1]));
        }
        return json;
    }

    private String kind(Path file) {
        Path inside = data.relativize(file);
        String name = String.valueOf(inside.getFileName());
        String ending = ENDINGS.stream().filter(name::endsWith).findFirst().orElse("");
        return (inside.getNameCount() == 1 ? "." : part(inside.getName(0).toString())) + "/*" + ending;
    }

    /** A folder that Officina makes, or what was put aside of one; whatever else is there may bear a name of anybody. */
    private static String part(String folder) {
        return FOLDERS.stream()
                .filter(each -> folder.equals(each) || folder.startsWith(each + "."))
                .findFirst()
                .map(each -> folder.equals(each) ? each : each + ".*")
                .orElse("other");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private List<JsonObject> bundles() {
        return installed.all().stream()
                .map(each -> JsonObject.EMPTY
                        .with("name", each.name())
                        .with("version", each.version())
                        .with("state", each.state()))
                .toList();
    }

    private void logs(ZipOutputStream zip) throws IOException {
        Path logs = data.resolve("logs");
        if (!Files.isDirectory(logs)) {
            return;
        }
        try (Stream<Path> files = Files.list(logs)) {
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] all = Files.readAllBytes(each);
                byte[] end = all.length <= MOST_LOG ? all : Arrays.copyOfRange(all, all.length - MOST_LOG, all.length);
                put(zip, "logs/" + each.getFileName(), redaction.apply(new String(end, StandardCharsets.UTF_8)));
            }
        }
    }

    /** Redacted before it is JSON, in which a path may look otherwise. */
    private JsonObject json(Check check) {
        return JsonObject.EMPTY
                .with("id", check.id())
                .with("result", check.result())
                .with("text", redaction.apply(check.text()));
    }

    private static String line(JsonObject json) {
        return Json.text(json) + "\n";
    }

    private static String lines(List<JsonObject> all) {
        return line(JsonObject.EMPTY.with("all", new JsonArray(List.<JsonValue>copyOf(all))));
    }

    private static FailureException failure(String code, String message, String remedy, IOException cause) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy), cause);
    }
}
