// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import officina.api.json.JsonBoolean;
import officina.engine.Engine;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.UiKit;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
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

    /** The data folder that both starts share. */
    static Path data() {
        return Path.of(System.getProperty("officina.data"));
    }

    /** In the data folder. */
    static Path marker() {
        return data().resolve("first-start");
    }

    static <T> T get(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        display().asyncExec(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | AssertionError broken) {
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

    /** The moment in which that begins to hold, looked at every few milliseconds. */
    static CompletableFuture<Instant> when(BooleanSupplier condition) {
        CompletableFuture<Instant> moment = new CompletableFuture<>();
        moment.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        display().asyncExec(() -> look(condition, moment));
        return moment;
    }

    private static void look(BooleanSupplier condition, CompletableFuture<Instant> moment) {
        if (condition.getAsBoolean()) {
            moment.complete(Instant.now());
        } else if (!moment.isDone()) {
            display().timerExec(3, () -> look(condition, moment));
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

    /** Puts words into each field of one line that is in sight, but for secret ones; how many there are. */
    static int fill(String words) {
        return get(() -> {
            List<Text> fields = controls().stream()
                    .filter(Text.class::isInstance)
                    .map(Text.class::cast)
                    .filter(field -> field.isVisible() && field.getEditable() && (field.getStyle() & SWT.PASSWORD) == 0)
                    .filter(field -> !field.getText().equals(words))
                    .toList();
            fields.forEach(field -> field.setText(words));
            return fields.size();
        });
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

    static void pressEnter() {
        press(SWT.NONE, SWT.CR);
    }

    /** Real keys, through the window system: the modifiers go down before and up after the key. */
    static void press(int modifiers, int key) {
        List<Integer> held = new ArrayList<>();
        for (int modifier : new int[] {SWT.CTRL, SWT.SHIFT}) {
            if ((modifiers & modifier) != 0) {
                held.add(modifier);
            }
        }
        held.forEach(modifier -> post(SWT.KeyDown, modifier));
        post(SWT.KeyDown, key);
        post(SWT.KeyUp, key);
        held.reversed().forEach(modifier -> post(SWT.KeyUp, modifier));
    }

    /** Letters without shift, one after the other. */
    static void typeKeys(String text) {
        text.chars().forEach(letter -> press(SWT.NONE, letter));
    }

    private static void post(int type, int key) {
        Event event = new Event();
        event.type = type;
        event.keyCode = key;
        event.character = key < 0x80 ? (char) key : 0;
        if (!Boolean.TRUE.equals(get(() -> display().post(event)))) {
            throw new AssertionError("the window system took no key");
        }
    }

    // --- what is seen ---

    static boolean composing() {
        return display().getFocusControl() instanceof StyledText field && field.getEditable();
    }

    /** Whether the keyboard is in the field of that name. */
    static boolean focused(String name) {
        return display().getFocusControl() instanceof Text field
                && field.getMessage().equals(name);
    }

    /** Whether the keyboard is in the box of that name. */
    static boolean boxed(String name) {
        return display().getFocusControl() instanceof Button box
                && box.getText().equals(name);
    }

    /** What a setting says that is on or off. Asks the engine, which answers at once. */
    static boolean setting(String key) {
        return new JsonBoolean(true).equals(engine().settings().get(key, null).value());
    }

    static boolean active(String view) {
        IWorkbenchPart part = window().getActivePage().getActivePart();
        return part != null && part.getSite().getId().equals(view);
    }

    /** Whether a label in sight has these words. */
    static boolean shown(String words) {
        return controls().stream()
                .anyMatch(each -> each instanceof Label label
                        && label.isVisible()
                        && label.getText().contains(words));
    }

    /** Whether the empty conversation offers to go on with it. */
    static boolean offered(String title) {
        return controls().stream()
                .anyMatch(each -> each instanceof Canvas && each.isVisible() && title.equals(each.getToolTipText()));
    }

    /** Gives the keyboard to what the empty conversation offers under that title, and presses Enter. */
    static void take(String title) {
        get(() -> controls().stream()
                .filter(each -> each instanceof Canvas && each.isVisible() && title.equals(each.getToolTipText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing offers " + title))
                .forceFocus());
        pressEnter();
    }

    /** Gives the keyboard to the transcript in sight. */
    static void transcript() {
        get(() -> controls().stream()
                .filter(each ->
                        each.isVisible() && each.getClass().getSimpleName().equals("TranscriptCanvas"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no transcript is in sight"))
                .forceFocus());
    }

    /** Whether the composer's ground is dark. */
    static boolean darkGround() {
        StyledText field = editor();
        return field != null && field.getBackground().getRed() < 128;
    }

    /** Whether a button in sight has that word. */
    static boolean hasButton(String word) {
        return controls().stream()
                .anyMatch(each -> each instanceof FlatButton button
                        && button.isVisible()
                        && button.text().equals(word));
    }

    /** Whether a button in sight, with a word or an icon alone, is called that. */
    static boolean offersButton(String name) {
        return controls().stream()
                .anyMatch(each -> each instanceof FlatButton button
                        && button.isVisible()
                        && name.equals(button.getToolTipText()));
    }

    /** Presses the button in sight with that word. */
    static void button(String word) {
        get(() -> {
            Control found = controls().stream()
                    .filter(each -> each instanceof FlatButton button
                            && button.isVisible()
                            && button.text().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no button " + word));
            found.notifyListeners(SWT.Selection, new Event());
            return word;
        });
    }

    /** Selects the row with these words in the table that shows them, and gives it the keyboard. */
    static void select(String words) {
        get(() -> {
            for (Control each : controls()) {
                if (each instanceof Table table && table.isVisible()) {
                    for (int row = 0; row < table.getItemCount(); row++) {
                        if (table.getItem(row).getText().contains(words)) {
                            table.setSelection(row);
                            table.setFocus();
                            return words;
                        }
                    }
                }
            }
            throw new AssertionError("no table shows " + words);
        });
    }

    static void hide(String view) {
        get(() -> {
            IWorkbenchPage page = window().getActivePage();
            page.hideView(page.findViewReference(view));
            return view;
        });
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
                        .flatMap(item -> IntStream.range(0, Math.max(1, table.getColumnCount()))
                                .mapToObj(item::getText)))
                .anyMatch(text -> text.contains(words));
    }

    /** Whether a text in sight has a marked line that begins so. */
    static boolean marked(String words) {
        return controls().stream()
                .filter(StyledText.class::isInstance)
                .map(StyledText.class::cast)
                .filter(text -> text.isVisible() && !text.getEditable())
                .anyMatch(text -> IntStream.range(0, text.getLineCount())
                        .anyMatch(
                                line -> text.getLine(line).startsWith(words) && text.getLineBackground(line) != null));
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

    static UiKit kit() {
        BundleContext bundles = FrameworkUtil.getBundle(Ui.class).getBundleContext();
        ServiceReference<UiKit> reference =
                Objects.requireNonNull(bundles.getServiceReference(UiKit.class), "the window offers its kit");
        return bundles.getService(reference);
    }

    static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }
}
