// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.PluginId;
import officina.api.id.SessionId;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.engine.Engine;
import officina.engine.RunRef;
import officina.engine.TurnRequest;
import officina.ui.base.EngineState;
import officina.ui.base.UiKit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the product's window from inside: a bundle that is started with it. Keys go through the window system; all
 * waiting is done by a thread of its own. Run with bench/window [seconds of use].
 */
public final class WindowBench implements BundleActivator {

    private static final long LIMIT_SECONDS = 120;
    private static final int KEYS = 150;
    private static final int TOKENS_A_SECOND = 200;
    private static final int LOG_BYTES_A_SECOND = 10_000_000;
    private static final String STORY = "Tell me a long story about the sea.";
    private static final String LINE = "x".repeat(180);
    private static final SessionId LONG = new SessionId(new UUID(3, 3));
    private static final Logger log = LoggerFactory.getLogger(WindowBench.class);

    private final Random random = new Random(5);
    private final List<String> table = new ArrayList<>();
    private BundleContext bundles;
    private UiKit kit;
    private Display display;
    private Watchdog watchdog;

    @Override
    public void start(BundleContext context) {
        bundles = context;
        Thread.ofPlatform().daemon().name("bench").start(this::run);
    }

    @Override
    public void stop(BundleContext context) {
        // the process ends
    }

    private void run() {
        Path out = Path.of(System.getProperty("bench.out"));
        try {
            measure(Integer.getInteger("bench.seconds"));
        } catch (Exception | AssertionError e) {
            table.add("The measurement failed: " + e);
            Arrays.stream(e.getStackTrace()).limit(12).forEach(each -> table.add("    " + each));
        }
        try {
            Files.write(out, table);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        // as a person does
        display.asyncExec(() -> Arrays.stream(display.getShells())
                .filter(each -> each.getParent() == null && each.isVisible())
                .forEach(Shell::close));
    }

    private void measure(int seconds) throws Exception {
        ServiceTracker<UiKit, UiKit> tracker = new ServiceTracker<>(bundles, UiKit.class, null);
        tracker.open();
        kit = tracker.waitForService(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        display = Display.getDefault();
        await("the data is open", this::isReady);
        await("the composer is there", () -> composer() != null);
        TimeUnit.SECONDS.sleep(5);
        watchdog = new Watchdog(display);

        Engine engine = ((EngineState.Ready) kit.engine().state()).engine();
        table.add("| key to paint | ms, median | p99 | worst | longest stall meanwhile |");
        table.add("|---|---|---|---|---|");
        Shell bare = get(() -> bareShell());
        keys("a bare shell with a text, same process (floor)", () -> (StyledText) bare.getChildren()[0]);
        display.asyncExec(bare::dispose);
        keys("composer, idle", this::composer);
        try (Model model = new Model(seconds)) {
            model.use(engine);
            RunRef first = engine.runs().start(new TurnRequest(null, null, ExecutionMode.DIRECT, null,
                    Message.text(MessageRole.USER, "Hello")));
            engine.runs().await(first.run());
            engine.models().useIn(first.session(), "bench", "tiny");
            RunRef run = engine.runs().start(new TurnRequest(first.session(), null, ExecutionMode.DIRECT, null,
                    Message.text(MessageRole.USER, STORY)));
            get(() -> {
                kit.current().open(run.session());
                return run;
            });
            await("an answer streams", () -> model.sent > TOKENS_A_SECOND);
            keys("composer, " + TOKENS_A_SECOND + " tokens/s", this::composer);
            try (Flood _ = new Flood()) {
                keys("composer, " + TOKENS_A_SECOND + " tokens/s and 10 MB/s of log", this::composer);
                use(seconds);
            }
            table.add("");
            table.add("Tokens sent: " + model.sent);
            model.ended.set(true);
            engine.runs().await(run.run());
        }
        transcript();
    }

    private boolean isReady() {
        if (kit.engine().state() instanceof EngineState.NeedsPassphrase) {
            display.asyncExec(() -> kit.engine().unlock("correct horse battery".toCharArray()));
        }
        return kit.engine().state() instanceof EngineState.Ready;
    }

    private Shell bareShell() {
        Shell shell = new Shell(display);
        shell.setLayout(new FillLayout());
        new StyledText(shell, SWT.MULTI | SWT.WRAP);
        shell.setSize(600, 300);
        shell.open();
        return shell;
    }

    /** Presses keys one after the other, each when the one before is to be seen. */
    private void keys(String name, Supplier<StyledText> of) throws Exception {
        StyledText text = get(of);
        await("the text has the keyboard", () -> text.forceFocus() && text.isFocusControl());
        TimeUnit.MILLISECONDS.sleep(500);
        Painted painted = get(() -> new Painted(text));
        double[] millis = new double[KEYS];
        watchdog.forget();
        for (int i = 0; i < KEYS; i++) {
            if (i % 40 == 39) {
                get(() -> {
                    text.setText("");
                    return text;
                });
            }
            CompletableFuture<Long> seen = get(painted::next);
            long pressed = System.nanoTime();
            post(SWT.KeyDown);
            post(SWT.KeyUp);
            millis[i] = (seen.get(LIMIT_SECONDS, TimeUnit.SECONDS) - pressed) / 1e6;
            TimeUnit.MILLISECONDS.sleep(20 + random.nextInt(40));
        }
        get(() -> {
            painted.end();
            text.setText("");
            return text;
        });
        Arrays.sort(millis);
        table.add("| %s | %.1f | %.1f | %.1f | %.0f ms |".formatted(
                name, millis[KEYS / 2], millis[KEYS * 99 / 100], millis[KEYS - 1], watchdog.longest()));
    }

    /** On the window's thread: the libraries below allow no other. */
    private void post(int type) {
        Event key = new Event();
        key.type = type;
        key.character = 'x';
        display.asyncExec(() -> display.post(key));
    }

    /** A text that tells when it has painted what was typed. */
    private static final class Painted {

        private final StyledText text;
        private final org.eclipse.swt.widgets.Listener modified = _ -> changed = true;
        private final org.eclipse.swt.widgets.Listener painted = _ -> painted();
        private CompletableFuture<Long> next = new CompletableFuture<>();
        private boolean changed;

        Painted(StyledText text) {
            this.text = text;
            text.addListener(SWT.Modify, modified);
            text.addListener(SWT.Paint, painted);
        }

        CompletableFuture<Long> next() {
            changed = false;
            next = new CompletableFuture<>();
            return next;
        }

        private void painted() {
            if (changed) {
                next.complete(System.nanoTime());
            }
        }

        void end() {
            text.removeListener(SWT.Modify, modified);
            text.removeListener(SWT.Paint, painted);
        }
    }

    /** What a person does in a while: reads, scrolls, goes from view to view, types. */
    private void use(int seconds) throws Exception {
        String[] views = {
            "officina.todo.ui.todos", "officina.plan.ui.plan", "officina.knowledge.ui.knowledge",
            "officina.activity.ui.activity", "officina.conversation.ui.sessions"
        };
        watchdog.forget();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int turns = 0;
        while (System.nanoTime() < end) {
            String view = views[turns++ % views.length];
            display.asyncExec(() -> kit.views().show(view));
            TimeUnit.MILLISECONDS.sleep(400);
            for (int i = 0; i < 10; i++) {
                int part = random.nextInt(100);
                display.asyncExec(() -> scroll(canvas(), part / 100.0));
                TimeUnit.MILLISECONDS.sleep(60);
            }
            display.asyncExec(() -> kit.views().show("officina.conversation.ui.conversation"));
            for (int i = 0; i < 10; i++) {
                post(SWT.KeyDown);
                post(SWT.KeyUp);
                TimeUnit.MILLISECONDS.sleep(40);
            }
            display.asyncExec(() -> composer().setText(""));
            TimeUnit.MILLISECONDS.sleep(200);
        }
        table.add("");
        table.add("Use for " + seconds + " s, with tokens and log: " + watchdog.report());
        watchdog.stacks().forEach(table::add);
    }

    /** Opens a conversation of 100,000 messages and goes through it. */
    private void transcript() throws Exception {
        table.add("");
        table.add("| a conversation of 100,000 messages | ms, its end | ms, all of it | longest stall meanwhile |");
        table.add("|---|---|---|---|");
        opened("opened, from the journal");
        opened("opened again");
        Canvas canvas = get(this::canvas);
        double[] millis = new double[KEYS];
        watchdog.forget();
        for (int i = 0; i < KEYS; i++) {
            double to = random.nextDouble();
            CompletableFuture<Long> painted = new CompletableFuture<>();
            long start = System.nanoTime();
            display.asyncExec(() -> {
                Event[] once = new Event[1];
                canvas.addListener(SWT.Paint, new org.eclipse.swt.widgets.Listener() {
                    @Override
                    public void handleEvent(Event event) {
                        once[0] = event;
                        canvas.removeListener(SWT.Paint, this);
                        painted.complete(System.nanoTime());
                    }
                });
                scroll(canvas, to);
            });
            millis[i] = (painted.get(LIMIT_SECONDS, TimeUnit.SECONDS) - start) / 1e6;
        }
        Arrays.sort(millis);
        table.add("| scrolled to any place, %d times: median %.1f, p99 | | %.1f | %.0f ms |".formatted(
                KEYS, millis[KEYS / 2], millis[KEYS * 99 / 100], watchdog.longest()));
        watchdog.stacks().forEach(table::add);
    }

    private void opened(String name) throws Exception {
        get(() -> {
            kit.current().open(null);
            return kit;
        });
        await("no conversation is shown", () -> rows() == 0);
        TimeUnit.SECONDS.sleep(2);
        CompletableFuture<Long> painted = new CompletableFuture<>();
        CompletableFuture<Long> whole = new CompletableFuture<>();
        watchdog.forget();
        long start = System.nanoTime();
        display.asyncExec(() -> {
            Canvas canvas = canvas();
            canvas.addListener(SWT.Paint, new org.eclipse.swt.widgets.Listener() {
                @Override
                public void handleEvent(Event event) {
                    int rows = rows();
                    if (rows > 0) {
                        painted.complete(System.nanoTime());
                    }
                    if (rows >= 50_000) {
                        canvas.removeListener(SWT.Paint, this);
                        whole.complete(System.nanoTime());
                    }
                }
            });
            kit.current().open(LONG);
        });
        double all = (whole.get(LIMIT_SECONDS, TimeUnit.SECONDS) - start) / 1e6;
        double end = (painted.get(LIMIT_SECONDS, TimeUnit.SECONDS) - start) / 1e6;
        TimeUnit.SECONDS.sleep(2);
        table.add("| %s | %.0f | %.0f | %.0f ms |".formatted(name, end, all, watchdog.longest()));
        watchdog.stacks().forEach(table::add);
    }

    private int rows() {
        try {
            Canvas canvas = canvas();
            Object transcript = canvas.getClass().getMethod("transcript").invoke(canvas);
            return (int) transcript.getClass().getMethod("size").invoke(transcript);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void scroll(Canvas canvas, double part) {
        canvas.getVerticalBar().setSelection((int) (part * canvas.getVerticalBar().getMaximum()));
        canvas.getVerticalBar().notifyListeners(SWT.Selection, new Event());
        canvas.redraw();
    }

    private Canvas canvas() {
        return (Canvas) find(each -> each.getClass().getSimpleName().equals("TranscriptCanvas"));
    }

    private StyledText composer() {
        return (StyledText) find(each -> each instanceof StyledText text && text.getEditable() && text.isVisible()
                && (text.getStyle() & SWT.MULTI) != 0);
    }

    private Control find(java.util.function.Predicate<Control> wanted) {
        for (Shell shell : display.getShells()) {
            Control found = find(shell, wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Control find(Composite in, java.util.function.Predicate<Control> wanted) {
        for (Control each : in.getChildren()) {
            if (wanted.test(each)) {
                return each;
            }
            Control within = each instanceof Composite composite ? find(composite, wanted) : null;
            if (within != null) {
                return within;
            }
        }
        return null;
    }

    private <T> T get(Supplier<T> question) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        display.asyncExec(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IOException("waited in vain until " + what);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Knocks at the window's thread all the time, and looks what it does while it does not answer. */
    private static final class Watchdog {

        private static final long LONG_MILLIS = 100;

        private final Display display;
        private final List<Double> stalls = new ArrayList<>();
        private final List<String> seen = new ArrayList<>();

        Watchdog(Display display) {
            this.display = display;
            Thread.ofPlatform().daemon().name("bench-watchdog").priority(Thread.MAX_PRIORITY).start(this::watch);
        }

        private void watch() {
            try {
                while (!display.isDisposed()) {
                    CompletableFuture<Long> answer = new CompletableFuture<>();
                    long knocked = System.nanoTime();
                    display.asyncExec(() -> answer.complete(System.nanoTime()));
                    List<String> stacks = new ArrayList<>();
                    while (!answer.isDone()) {
                        TimeUnit.MILLISECONDS.sleep(2);
                        if (System.nanoTime() - knocked > LONG_MILLIS / 2 * 1_000_000 && stacks.size() < 5) {
                            stacks.add(stack(display.getThread().getStackTrace()));
                            TimeUnit.MILLISECONDS.sleep(15);
                        }
                    }
                    keep((answer.join() - knocked) / 1e6, stacks);
                    TimeUnit.MILLISECONDS.sleep(3);
                }
            } catch (InterruptedException | RuntimeException e) {
                // the window has gone
            }
        }

        private synchronized void keep(double millis, List<String> stacks) {
            stalls.add(millis);
            if (millis > LONG_MILLIS && seen.size() < 6) {
                seen.add("- %.0f ms in %s".formatted(millis, String.join(" | ", stacks)));
            }
        }

        private static String stack(StackTraceElement[] trace) {
            StringBuilder text = new StringBuilder();
            int kept = 0;
            for (StackTraceElement each : trace) {
                boolean own = each.getClassName().startsWith("officina");
                if (kept < 3 || own && kept < 7) {
                    text.append(kept++ > 0 ? " < " : "")
                            .append(each.getClassName().replaceAll(".*\\.", ""))
                            .append('.')
                            .append(each.getMethodName());
                }
            }
            return text.toString();
        }

        synchronized void forget() {
            stalls.clear();
            seen.clear();
        }

        synchronized double longest() {
            return stalls.stream().mapToDouble(each -> each).max().orElse(0);
        }

        synchronized String report() {
            return String.format(
                    Locale.ROOT,
                    "longest stall %.0f ms; above 50 ms %d, above 100 ms %d, of %d times that was looked",
                    longest(),
                    stalls.stream().filter(each -> each > 50).count(),
                    stalls.stream().filter(each -> each > LONG_MILLIS).count(),
                    stalls.size());
        }

        synchronized List<String> stacks() {
            return List.copyOf(seen);
        }
    }

    /** Says 10 MB/s to the log, as a library in trouble would. */
    private static final class Flood implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread thread = Thread.ofPlatform().daemon().name("bench-flood").start(this::run);

        private void run() {
            try {
                while (!over.get()) {
                    long start = System.nanoTime();
                    for (int bytes = 0; bytes < LOG_BYTES_A_SECOND / 50; bytes += LINE.length()) {
                        log.warn(LINE);
                    }
                    long left = 20_000_000 - (System.nanoTime() - start);
                    TimeUnit.NANOSECONDS.sleep(Math.max(left, 0));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws InterruptedException {
            over.set(true);
            thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        }
    }

    /** A server of models that says a word every few milliseconds. */
    private static final class Model implements AutoCloseable {

        private final HttpServer server;
        private final int seconds;
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile int sent;

        Model(int seconds) throws IOException {
            this.seconds = seconds;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::serve);
            server.start();
        }

        void use(Engine engine) {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
            engine.models().add(new ProviderAccount(
                    "bench", new PluginId("provider.openai"), address, "tiny", null, ModelPatience.STANDARD, null));
            engine.models().use("bench", "tiny", null);
        }

        private void serve(HttpExchange exchange) throws IOException {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (PrintStream out = new PrintStream(exchange.getResponseBody(), true, StandardCharsets.UTF_8)) {
                long start = System.nanoTime();
                chunk(out, "\"role\":\"assistant\",\"content\":\"Well. \"", "null");
                while (asked.contains(STORY) && !ended.get() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds + 600L)) {
                    long due = (System.nanoTime() - start) * TOKENS_A_SECOND / 1_000_000_000;
                    while (sent < due) {
                        chunk(out, "\"content\":\"" + (++sent % 60 == 0 ? "\\n\\n" : "word ") + "\"", "null");
                    }
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                chunk(out, "", "\"stop\"");
                out.print("data: [DONE]\n\n");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void chunk(PrintStream out, String delta, String finish) {
            out.print("data: {\"id\":\"b\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"tiny\","
                    + "\"choices\":[{\"index\":0,\"delta\":{" + delta + "},\"finish_reason\":" + finish + "}]}\n\n");
            out.flush();
        }

        @Override
        public void close() {
            ended.set(true);
            server.stop(0);
        }
    }
}
