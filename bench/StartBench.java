// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * From the start of a program to the first key that its window accepts, as a person sees it: a key is pressed again and
 * again, and the moment counts at which its letter stands where the first letter belongs. Then the memory of the idle
 * program. All programs take turns. Run with bench/start [rounds] [name=options for Java ...].
 */
final class StartBench {

    private static final int IDLE_SECONDS = 5;
    private static final long LIMIT_SECONDS = 60;
    private static final int LETTERS = 3;

    /** A program that opens its data shows nothing new for seconds on a busy machine. */
    private static final int CALM_SECONDS = 8;

    /** A program; what it is started with stays in a home of its own. */
    private record Program(String name, List<String> command, Map<String, String> environment) {

        String folder() {
            return "home" + Integer.toHexString(name.hashCode());
        }
    }

    /** Where the first letter is seen, and how it looks there. */
    private record Letter(Rectangle place, int[] pixels) {}

    /** Milliseconds to the first key, processor milliseconds until then, and bytes of the idle program. */
    private record Taken(double millis, double processor, double bytes) {}

    private final Robot robot;
    private final Rectangle screen;
    private final Path home;
    private final Path product;
    private final Path java = Path.of(System.getProperty("java.home"), "bin");

    private StartBench(Path product, Path home) throws Exception {
        this.product = product;
        this.home = home;
        robot = new Robot();
        screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        robot.mouseMove(screen.width - 1, screen.height - 1);
    }

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("start-bench");
        try {
            Path product = Path.of(args[0]);
            StartBench bench = new StartBench(product, home);
            bench.measure(bench.programs(args), Integer.parseInt(args[1]));
        } finally {
            delete(home);
        }
        System.exit(0);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private List<Program> programs(String[] args) throws Exception {
        List<Program> programs = new ArrayList<>();
        programs.add(floor());
        String peer = "/usr/bin/mousepad";
        if (Files.isExecutable(Path.of(peer))) {
            programs.add(new Program("Mousepad (Debian's editor, GTK)", List.of(peer), Map.of()));
        } else {
            System.out.println("Without a peer: apt-get install mousepad");
        }
        programs.add(officina("Officina", 0, ""));
        for (int i = 2; i < args.length; i++) {
            int at = args[i].indexOf('=');
            programs.add(officina("Officina, " + args[i].substring(0, at), i, args[i].substring(at + 1)));
        }
        return programs;
    }

    private Program officina(String name, int number, String options) {
        String product = options.startsWith("/") ? options : this.product.toString();
        return new Program(
                name,
                List.of(product + "/officina-workbench", "--data", home.resolve("data" + number).toString()),
                Map.of("OFFICINA_JAVA_OPTIONS", options.startsWith("/") ? "" : options));
    }

    /** One shell with one text, its classes from a cache of its own. */
    private Program floor() throws Exception {
        String jar = home.resolve("floor.jar").toString();
        String cache = home.resolve("floor.aot").toString();
        Path classes = home.resolve("floor");
        String swt;
        try (Stream<Path> plugins = Files.list(product.resolve("plugins"))) {
            swt = plugins.map(Path::toString)
                    .filter(each -> each.contains("org.eclipse.swt"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
        Path source = Path.of(System.getProperty("officina.floor"));
        run(java + "/javac", "-d", classes.toString(), "-cp", swt, source.toString());
        run(java + "/jar", "--create", "--file", jar, "-C", classes.toString(), ".");
        String path = jar + File.pathSeparator + swt;
        String natives = "--enable-native-access=ALL-UNNAMED";
        run(java + "/java", natives, "-XX:AOTCacheOutput=" + cache, "-cp", path, "SwtFloor", "learn");
        return new Program(
                "a shell with one text, SWT (floor)",
                List.of(java + "/java", natives, "-XX:AOTCache=" + cache, "-cp", path, "SwtFloor"),
                Map.of());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    private void measure(List<Program> programs, int rounds) throws Exception {
        Map<Program, Letter> letters = new LinkedHashMap<>();
        Map<Program, List<Taken>> taken = new LinkedHashMap<>();
        for (Program program : programs) {
            learn(program);
            letters.put(program, letter(program));
            taken.put(program, new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (Program program : programs) {
                taken.get(program).add(once(program, letters.get(program)));
            }
        }
        print(taken);
    }

    private static void print(Map<Program, List<Taken>> taken) {
        double floor = median(taken.values().iterator().next(), Taken::millis);
        System.out.println(
                "| program | ms to the first key, median | best | worst | to the floor | processor ms | idle PSS, MB |");
        System.out.println("|---|---|---|---|---|---|---|");
        taken.forEach((program, all) -> System.out.printf(
                "| %s | %,.0f | %,.0f | %,.0f | %.1f | %,.0f | %.0f |%n",
                program.name(),
                median(all, Taken::millis),
                all.stream().mapToDouble(Taken::millis).min().orElseThrow(),
                all.stream().mapToDouble(Taken::millis).max().orElseThrow(),
                median(all, Taken::millis) / floor,
                median(all, Taken::processor),
                median(all, Taken::bytes) / 1e6));
    }

    private static double median(List<Taken> all, java.util.function.ToDoubleFunction<Taken> value) {
        double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The first start, which makes what later ones have. */
    private void learn(Program program) throws Exception {
        System.err.println("Learning: " + program.name());
        Process process = start(program);
        try {
            awaitWindow();
            awaitCalm(CALM_SECONDS);
        } finally {
            end(process);
        }
    }

    /** Types into the program and sees where letters appear. */
    private Letter letter(Program program) throws Exception {
        Process process = start(program);
        try {
            awaitWindow();
            BufferedImage empty = awaitCalm(CALM_SECONDS);
            for (int i = 0; i < LETTERS; i++) {
                press();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            BufferedImage some = awaitCalm(1);
            press();
            BufferedImage more = awaitCalm(1);
            Rectangle last = difference(some, more);
            // the last letter and the caret after it; all are of one width
            Rectangle place = new Rectangle(
                    last.x - LETTERS * (last.width - 1) + 1, last.y, Math.max(1, last.width - 2), last.height);
            if (place.isEmpty() || !screen.contains(place)) {
                throw new IOException(
                        program.name() + " takes no keys; the last changed " + last + ", see " + picture());
            }
            int[] pixels = pixels(more, place);
            if (Arrays.equals(pixels, pixels(empty, place)) || !Arrays.equals(pixels, pixels(some, place))) {
                throw new IOException(program.name() + ": no letter seen at " + place);
            }
            return new Letter(place, pixels);
        } finally {
            end(process);
        }
    }

    private Taken once(Program program, Letter letter) throws Exception {
        await("the screen is empty", () -> !hasWindow());
        long started = System.nanoTime();
        Process process = start(program);
        try {
            int turn = 0;
            while (!Arrays.equals(letter.pixels(), pixels(robot.createScreenCapture(letter.place())))) {
                if (System.nanoTime() - started > TimeUnit.SECONDS.toNanos(LIMIT_SECONDS)) {
                    throw new IOException(
                            program.name() + " accepted no key at " + letter.place() + ", see " + picture());
                }
                // what is typed must stay on one line, or the first letter would move
                if (turn++ % 8 == 0) {
                    press();
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            double millis = (System.nanoTime() - started) / 1e6;
            double processor = processor(process);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            return new Taken(millis, processor, memory(process));
        } finally {
            end(process);
        }
    }

    private File picture() throws IOException {
        File picture = new File("start-bench.png").getAbsoluteFile();
        ImageIO.write(robot.createScreenCapture(screen), "png", picture);
        return picture;
    }

    private void press() {
        robot.keyPress(KeyEvent.VK_X);
        robot.keyRelease(KeyEvent.VK_X);
    }

    private Process start(Program program) throws IOException {
        Path own = home.resolve(program.folder());
        Path gtk = own.resolve(".config/gtk-3.0");
        Files.createDirectories(gtk);
        // a caret that blinks would look like something that changes
        Files.writeString(gtk.resolve("settings.ini"), "[Settings]\ngtk-cursor-blink=false\n");
        ProcessBuilder builder = new ProcessBuilder(program.command());
        builder.environment().putAll(program.environment());
        builder.environment().put("HOME", own.toString());
        builder.environment()
                .put("XDG_CACHE_HOME", own.resolve(".cache").toString());
        builder.environment().remove("XDG_DATA_HOME");
        builder.environment().remove("XDG_CONFIG_HOME");
        return builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile())
                .start();
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (all.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > end) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void awaitWindow() throws Exception {
        await("a window opened", this::hasWindow);
    }

    /** Whether anything is on the screen, which is of one colour else. */
    private boolean hasWindow() {
        int[] all = pixels(robot.createScreenCapture(screen));
        return Arrays.stream(all).anyMatch(each -> each != all[all.length - 1]);
    }

    /** The screen, when nothing has changed on it for some seconds. */
    private BufferedImage awaitCalm(int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        BufferedImage last = robot.createScreenCapture(screen);
        long since = System.nanoTime();
        while (System.nanoTime() - since < TimeUnit.SECONDS.toNanos(seconds)) {
            if (System.nanoTime() > end) {
                throw new IOException("the screen never became calm");
            }
            TimeUnit.MILLISECONDS.sleep(200);
            BufferedImage now = robot.createScreenCapture(screen);
            if (!difference(last, now).isEmpty()) {
                since = System.nanoTime();
            }
            last = now;
        }
        return last;
    }

    private void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("waited in vain until " + what + "; the program said: "
                        + Files.readString(home.resolve("output.txt")));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static Rectangle difference(BufferedImage one, BufferedImage other) {
        Rectangle all = new Rectangle(-1, -1);
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    all = all.isEmpty() ? new Rectangle(x, y, 1, 1) : all.union(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return all;
    }

    private static int[] pixels(BufferedImage image, Rectangle place) {
        return image.getRGB(place.x, place.y, place.width, place.height, null, 0, place.width);
    }

    private static int[] pixels(BufferedImage image) {
        return pixels(image, new Rectangle(image.getWidth(), image.getHeight()));
    }

    private static List<Long> pids(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Processor milliseconds of all processes of the program. */
    private static double processor(Process process) throws IOException {
        long ticks = 0;
        for (long pid : pids(process)) {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            for (int i = 11; i < 15; i++) {
                ticks += Long.parseLong(fields[i]);
            }
        }
        return ticks * 10.0;
    }

    /** The program's share of memory, in bytes. */
    private static double memory(Process process) throws IOException {
        double bytes = 0;
        for (long pid : pids(process)) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                bytes += lines.filter(line -> line.startsWith("Pss:"))
                        .mapToDouble(line -> 1_024 * Double.parseDouble(line.replaceAll("[^0-9]", "")))
                        .sum();
            } catch (NoSuchFileException _) {
                // a process that has ended meanwhile has none
            }
        }
        return bytes;
    }
}
