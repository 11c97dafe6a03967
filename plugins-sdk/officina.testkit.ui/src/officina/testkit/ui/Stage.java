// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import officina.api.id.PluginId;
import officina.engine.Engine;
import officina.ui.base.ActivityPlace;
import officina.ui.base.CurrentSession;
import officina.ui.base.Dates;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.Icons;
import officina.ui.base.PaneFactory;
import officina.ui.base.PaneHost;
import officina.ui.base.Shade;
import officina.ui.base.Theme;
import officina.ui.base.UiKit;
import officina.ui.base.UiThread;
import officina.ui.base.Views;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/**
 * A window with everything a view is given, for one view at a time. It drives the view as a person does: by the keyboard
 * and the pointer of the system; where the screen is shared by several test processes, one stage is open at a time.
 * Needs a display; use it on one thread.
 */
public final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KeyboardLock keyboard = KeyboardLock.take();
    private final Display display;
    private final Shell shell;
    private final SheetPalette palette;
    private final Theme theme;
    private final Icons icons;
    private final StageEngine engine;
    private final UiKit kit;
    private final List<String> shown = new ArrayList<>();

    public Stage(boolean dark, InstantSource clock, int width, int height) {
        this(dark, clock, width, height, 1);
    }

    /** @param textScale how many times larger than usual the text is */
    public Stage(boolean dark, InstantSource clock, int width, int height, double textScale) {
        display = new Display();
        palette = new SheetPalette(dark);
        nativeTheme(dark);
        shell = new Shell(display, SWT.SHELL_TRIM);
        UiThread ui = UiThread.of(display);
        theme = new Theme(display, palette, JFaceResources.getResources(display), textScale);
        icons = new Icons(display, theme);
        engine = new StageEngine(ui);
        Dates dates = new Dates(clock, ZoneOffset.UTC, Locale.UK);
        kit = new UiKit(ui, theme, icons, dates, engine, new CurrentSession(), views());
        shell.setSize(width, height);
        shell.setLocation(0, 0);
        theme.paint(shell, Shade.CHROME, Shade.TEXT);
    }

    public UiKit kit() {
        return kit;
    }

    public StageEngine engine() {
        return engine;
    }

    /** Where the view goes. */
    public Composite parent() {
        return shell;
    }

    private Views views() {
        return new Views() {
            @Override
            public void show(String view) {
                shown.add(view);
            }

            @Override
            public void activity(ActivityPlace place) {
                shown.add(ACTIVITY + " " + place);
            }

            @Override
            public void plugin(PluginId plugin) {
                shown.add(PLUGINS + " " + plugin);
            }
        };
    }

    /** The views that were brought to the front, in order, each with what of it is to be looked at. */
    public List<String> shown() {
        return shown;
    }

    /** Shows the window and waits until it has the keyboard and is painted. */
    public void open() {
        // the display names a shell active that has only asked for it; what it is then given takes the focus anew
        AtomicBoolean active = new AtomicBoolean();
        shell.addListener(SWT.Activate, _ -> active.set(true));
        shell.open();
        shell.forceActive();
        await("a window with the keyboard", () -> active.get() && shell.isVisible());
        pump(Duration.ofMillis(300));
    }

    /** Gives the keyboard to a control, and again when the window, which is still taking it for itself, takes it back. */
    public void focus(Control control) {
        await(
                "the keyboard for " + control,
                () -> control.isFocusControl() || control.setFocus() && control.isFocusControl());
    }

    /** Changes the theme while everything is open. */
    public void dark(boolean dark) {
        nativeTheme(dark);
        palette.dark(dark);
        pump(Duration.ofMillis(300));
    }

    /** Handles events for a while. */
    public void pump(Duration time) {
        AtomicBoolean over = new AtomicBoolean();
        display.timerExec((int) time.toMillis(), () -> over.set(true));
        while (!over.get()) {
            // a layout may handle events, the timer among them, and leave nothing that would end the sleep
            if (!display.readAndDispatch() && !over.get()) {
                display.sleep();
            }
        }
    }

    /** Handles events until it is so; an {@link AssertionError} names what did not come about in time. */
    public void await(String what, BooleanSupplier condition) {
        AtomicBoolean late = new AtomicBoolean();
        Runnable end = () -> late.set(true);
        display.timerExec((int) PATIENCE.toMillis(), end);
        Runnable tick = new Runnable() {
            @Override
            public void run() {
                if (!display.isDisposed()) {
                    display.timerExec(20, this);
                }
            }
        };
        tick.run();
        try {
            while (!condition.getAsBoolean()) {
                if (late.get()) {
                    throw new AssertionError("did not come about: " + what);
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } finally {
            display.timerExec(-1, end);
            display.timerExec(-1, tick);
        }
    }

    /** The first control of that type that passes the test, in the order of creation; fails where there is none. */
    public <C extends Control> C find(Class<C> type, Predicate<C> test) {
        C found = find(shell, type, test);
        if (found == null) {
            throw new AssertionError("no such " + type.getSimpleName());
        }
        return found;
    }

    /** Whether there is a control of that type that passes the test. */
    public <C extends Control> boolean has(Class<C> type, Predicate<C> test) {
        return find(shell, type, test) != null;
    }

    /** Whether a window over this one, such as a popup, has a control of that type that passes the test. */
    public <C extends Control> boolean popup(Class<C> type, Predicate<C> test) {
        return Arrays.stream(shell.getShells()).anyMatch(each -> find(each, type, test) != null);
    }

    /** How many windows are open. */
    public int shells() {
        return display.getShells().length;
    }

    private static <C extends Control> @Nullable C find(Control control, Class<C> type, Predicate<C> test) {
        if (type.isInstance(control) && test.test(type.cast(control))) {
            return type.cast(control);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                C found = find(child, type, test);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Presses and releases keys together: modifiers first. A key is a character or one of the {@code SWT} constants. */
    public void press(int... keys) {
        for (int key : keys) {
            post(key(SWT.KeyDown, key));
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            post(key(SWT.KeyUp, keys[i]));
        }
        pump(Duration.ofMillis(20));
    }

    /** Types letters. */
    public void type(String text) {
        text.chars().forEach(letter -> press(letter));
    }

    /** Clicks on a place of a control. */
    public void click(Control control, int x, int y) {
        Point at = control.toDisplay(x, y);
        Event move = new Event();
        move.type = SWT.MouseMove;
        move.x = at.x;
        move.y = at.y;
        post(move);
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.type = type;
            event.button = 1;
            event.x = at.x;
            event.y = at.y;
            post(event);
        }
        pump(Duration.ofMillis(60));
    }

    /** Clicks in the middle of a control. */
    public void click(Control control) {
        Point size = control.getSize();
        click(control, size.x / 2, size.y / 2);
    }

    /** Presses the button with that word, once it is there, and lets come what comes of it. */
    public void pressButton(String word) {
        await(word, () -> has(FlatButton.class, button -> button.text().equals(word)));
        find(FlatButton.class, button -> button.text().equals(word)).notifyListeners(SWT.Selection, new Event());
        pump(Duration.ofMillis(300));
    }

    /** Shows a view over that engine, as the workbench does, opens the window and gives the view the keyboard. */
    public PaneHost show(String title, Engine services, PaneFactory factory) {
        PaneHost host = new PaneHost(kit, title, factory);
        host.create(shell);
        engine.become(new EngineState.Ready(services));
        open();
        host.focus();
        pump(Duration.ofMillis(500));
        return host;
    }

    /** Saves a picture of the window, of as many pixels as the screen has for it. */
    public void shot(Path file) throws IOException {
        pump(Duration.ofMillis(200));
        ImageData seen = seen();
        int[] pixels = new int[seen.width * seen.height];
        for (int y = 0; y < seen.height; y++) {
            for (int x = 0; x < seen.width; x++) {
                RGB colour = seen.palette.getRGB(seen.getPixel(x, y));
                pixels[y * seen.width + x] = colour.red << 16 | colour.green << 8 | colour.blue;
            }
        }
        Files.write(file, SmallPng.of(seen.width, seen.height, pixels));
    }

    private ImageData seen() {
        Rectangle bounds = shell.getClientArea();
        Point origin = shell.toDisplay(0, 0);
        Image image = new Image(display, bounds.width, bounds.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, origin.x, origin.y);
            return image.getImageData(display.getPrimaryMonitor().getZoom());
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    @Override
    public void close() {
        try {
            shell.dispose();
            icons.close();
            theme.close();
            display.dispose();
        } finally {
            keyboard.close();
        }
    }

    private void post(Event event) {
        if (!display.post(event)) {
            throw new AssertionError("the window system refused an input event");
        }
        pump(Duration.ofMillis(5));
    }

    private static Event key(int type, int key) {
        Event event = new Event();
        event.type = type;
        boolean control = key < ' ' || key == SWT.DEL;
        if ((key & SWT.KEYCODE_BIT) != 0 || (key & SWT.MODIFIER_MASK) != 0 || control) {
            event.keyCode = key;
        } else {
            event.character = (char) key;
        }
        return event;
    }

    /** Native parts follow the system's theme; on GTK the workbench tells it so, elsewhere nothing is to be told. */
    private static void nativeTheme(boolean dark) {
        try {
            Class.forName("org.eclipse.swt.internal.gtk.OS")
                    .getMethod("setDarkThemePreferred", boolean.class)
                    .invoke(null, dark);
        } catch (ReflectiveOperationException notGtk) {
            // other systems draw their own dark parts only when the whole system is dark
        }
    }
}
