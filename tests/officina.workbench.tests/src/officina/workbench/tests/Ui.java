// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import officina.engine.Engine;
import officina.ui.base.EngineState;
import officina.ui.base.UiKit;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Drives and reads the window from the test's thread; nothing here waits on the window's thread. */
final class Ui {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Ui() {}

    /** In the data folder that both starts share. */
    static Path marker() {
        return Path.of(System.getProperty("officina.data"), "first-start");
    }

    static <T> T get(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        display().asyncExec(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException broken) {
                answer.completeExceptionally(broken);
            }
        });
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(get(condition::getAsBoolean))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    }

    static String perspective() {
        return window().getActivePage().getPerspective().getId();
    }

    static boolean ready() {
        return kit().engine().state() instanceof EngineState.Ready;
    }

    static Engine engine() {
        if (kit().engine().state() instanceof EngineState.Ready(Engine engine)) {
            return engine;
        }
        throw new AssertionError("the data folder is not open");
    }

    /** The field in which a message is written. */
    static StyledText composer() {
        show("officina.conversation.ui.conversation");
        await("the composer", () -> editor() != null);
        return Objects.requireNonNull(get(Ui::editor));
    }

    static void type(StyledText field, String text) {
        get(() -> {
            field.forceFocus();
            field.insert(text);
            field.setCaretOffset(text.length());
            return text;
        });
    }

    /** A real key, through the window system. */
    static void pressEnter() {
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            Event event = new Event();
            event.type = type;
            event.keyCode = SWT.CR;
            event.character = SWT.CR;
            if (!Boolean.TRUE.equals(get(() -> display().post(event)))) {
                throw new AssertionError("the window system took no key");
            }
        }
    }

    static void show(String view) {
        get(() -> {
            try {
                return window().getActivePage().showView(view);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static boolean enabled(String command) {
        return window().getService(ICommandService.class).getCommand(command).isEnabled();
    }

    static void command(String command) {
        get(() -> {
            try {
                return Objects.requireNonNullElse(
                        window().getService(IHandlerService.class).executeCommand(command, null), command);
            } catch (CommandException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Whether a table of the window has a cell with these words. */
    static boolean tableShows(String words) {
        return controls().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .flatMap(table -> Arrays.stream(table.getItems())
                        .limit(200)
                        .flatMap(item -> java.util.stream.IntStream.range(0, Math.max(1, table.getColumnCount()))
                                .mapToObj(item::getText)))
                .anyMatch(text -> text.contains(words));
    }

    private static StyledText editor() {
        return controls().stream()
                .filter(StyledText.class::isInstance)
                .map(StyledText.class::cast)
                .filter(field -> field.getEditable() && field.isEnabled() && field.isVisible())
                .findFirst()
                .orElse(null);
    }

    private static List<Control> controls() {
        List<Control> all = new ArrayList<>();
        for (Shell shell : display().getShells()) {
            collect(shell, all);
        }
        return all;
    }

    private static void collect(Composite parent, List<Control> all) {
        for (Control child : parent.getChildren()) {
            all.add(child);
            if (child instanceof Composite inner) {
                collect(inner, all);
            }
        }
    }

    private static UiKit kit() {
        BundleContext bundles = FrameworkUtil.getBundle(Ui.class).getBundleContext();
        ServiceReference<UiKit> reference =
                Objects.requireNonNull(bundles.getServiceReference(UiKit.class), "the window offers its kit");
        return bundles.getService(reference);
    }

    private static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }
}
