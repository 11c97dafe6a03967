// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.composer;

import java.util.ArrayList;
import java.util.List;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.MessageHistory;
import officina.engine.ModelChoice;
import officina.ui.base.FileDrop;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/**
 * The field for the next message, with the execution mode and the button that sends or stops. It grows with its text.
 * UI thread only.
 */
public final class Composer {

    private static final int MOST_LINES = 10;

    /** So many letters of a model's name are shown at most. */
    private static final int MODEL_LETTERS = 24;

    private final UiKit kit;
    private final ComposerListener listener;
    private final Composite frame;
    private final StyledText field;
    private final AttachedFiles attached;
    private final FlatButton plan;
    private final FlatButton direct;
    private final FlatButton model;
    private final FlatButton send;
    private final Label projectIcon;
    private final Label project;
    private final Label hint;
    private final MessageHistory history = new MessageHistory();
    private String told = "";
    private String modelWord = "";
    private String modelSpoken = "";
    private String placeholder = Words.WRITE.text();
    private ExecutionMode mode = ExecutionMode.PLAN;
    private boolean working;
    private @Nullable String obstacle;
    /** Why the text that the person wanted to send is still here; until they type or it can be sent. */
    private @Nullable String kept;

    public Composer(Composite parent, UiKit kit, ComposerListener listener) {
        this.kit = kit;
        this.listener = listener;
        frame = new Composite(parent, SWT.DOUBLE_BUFFERED);
        kit.theme().paint(frame, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .margins(Space.M, Space.S + 2)
                .spacing(0, Space.XS)
                .applyTo(frame);
        frame.addListener(SWT.Paint, event -> outline(event.gc));

        field = new StyledText(frame, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        kit.theme().paint(field, Shade.SURFACE, Shade.TEXT);
        field.setFont(kit.theme().font(Type.BODY));
        field.setLineSpacing(2);
        field.setAlwaysShowScrollBars(false);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, SWT.DEFAULT).applyTo(field);
        Names.set(field, Words.WRITE.text());

        attached = new AttachedFiles(frame, kit, field, this::showState);
        Composite row = new Composite(frame, SWT.NONE);
        kit.theme().paint(row, Shade.SURFACE, Shade.MUTED);
        GridLayoutFactory.fillDefaults().numColumns(8).spacing(Space.XS, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        new FlatButton(row, kit, FlatButton.Look.QUIET, Shade.SURFACE)
                .icon(Icon.ATTACH)
                .named(Words.ATTACH.text())
                .onPress(listener::askForFiles);
        plan = modeButton(row, Icon.PLAN, Words.MODE_PLAN.text(), Words.MODE_PLAN_WHY.text(), ExecutionMode.PLAN);
        direct = modeButton(
                row, Icon.PLAY, Words.MODE_DIRECT.text(), Words.MODE_DIRECT_WHY.text(), ExecutionMode.DIRECT);
        model = new FlatButton(row, kit, FlatButton.Look.QUIET, Shade.SURFACE)
                .icon(Icon.MODEL)
                .onPress(listener::chooseModel);
        GridDataFactory.fillDefaults().exclude(true).applyTo(model);
        model.setVisible(false);
        row.addListener(SWT.Resize, _ -> fit());
        projectIcon = new Label(row, SWT.NONE);
        kit.theme().paint(projectIcon, Shade.SURFACE, Shade.MUTED);
        kit.icons().show(projectIcon, Icon.FOLDER, Shade.MUTED, Space.ICON);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .indent(Space.S, 0)
                .exclude(true)
                .applyTo(projectIcon);
        project = new Label(row, SWT.NONE);
        kit.theme().paint(project, Shade.SURFACE, Shade.MUTED);
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.CENTER)
                .exclude(true)
                .applyTo(project);
        hint = new Label(row, SWT.RIGHT);
        kit.theme().paint(hint, Shade.SURFACE, Shade.MUTED);
        hint.setFont(kit.theme().font(Type.SMALL));
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(0, SWT.DEFAULT)
                .applyTo(hint);
        hint.addListener(SWT.Resize, _ -> showHint());
        Owned.by(hint).own(kit.theme().onChange(this::colourHint));
        send = new FlatButton(row, kit, FlatButton.Look.PRIMARY, Shade.SURFACE).onPress(this::sendOrStop);
        GridDataFactory.fillDefaults().indent(Space.S, 0).applyTo(send);

        new ComposerKeys(this, field, history).listen();
        new LargePaste(field, kit.ui(), ChatRequest.MAX_TEXT, () -> tell(Words.TOO_LONG.text(ChatRequest.MAX_TEXT)))
                .listen();
        new TypingUndo(field).listen();
        field.addListener(SWT.Modify, _ -> changed());
        field.addListener(SWT.Resize, _ -> grow());
        field.addListener(SWT.Paint, this::paintPlaceholder);
        field.addListener(SWT.FocusIn, _ -> frame.redraw());
        field.addListener(SWT.FocusOut, _ -> frame.redraw());
        FileDrop.onto(frame, listener::attach);
        FileDrop.onto(field, listener::attach);
        showMode();
        showState();
    }

    public Composite control() {
        return frame;
    }

    public void focus() {
        field.setFocus();
    }

    /** Replaces the text, for the person to change or send. */
    public void setText(String text) {
        field.setText(text);
        field.setCaretOffset(text.length());
        field.showSelection();
    }

    /** The files that go with the next message. */
    public List<ContentPart.File> files() {
        return attached.all();
    }

    /** Replaces the files that go with the next message. */
    public void setFiles(List<ContentPart.File> files) {
        attached.set(files);
    }

    /** Names the project that the message belongs to. */
    public void setProject(String name) {
        project.setText(name.replace("&", "&&"));
        project.setToolTipText(Words.PROJECT.text(name));
        projectIcon.setToolTipText(Words.PROJECT.text(name));
        fit();
    }

    /** Says which model answers; {@code null} for none. */
    public void setModel(@Nullable ModelChoice choice) {
        String name = choice == null ? Words.MODEL_NONE.text() : choice.model();
        modelWord = name.length() > MODEL_LETTERS ? name.substring(0, MODEL_LETTERS) + "\u2026" : name;
        modelSpoken = Words.MODEL.text(choice == null ? name : Words.MODEL_OF.text(choice.model(), choice.account()));
        fit();
    }

    /** What asks for another model. */
    public Control modelButton() {
        return model;
    }

    /** What there is no room for goes, in this order: the model's name, the project's, the model. */
    private void fit() {
        Composite row = model.getParent();
        show(model, !modelWord.isEmpty());
        model.text(modelWord).named(modelSpoken);
        showProject(!project.getText().isEmpty());
        if (isTooWide(row)) {
            model.text("").named(modelSpoken);
        }
        if (isTooWide(row)) {
            showProject(false);
        }
        if (isTooWide(row)) {
            show(model, false);
        }
        row.layout();
    }

    private static boolean isTooWide(Composite row) {
        return row.getSize().x > 0 && row.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > row.getSize().x;
    }

    private void showProject(boolean shown) {
        show(projectIcon, shown);
        show(project, shown);
    }

    private static void show(Control control, boolean shown) {
        ((GridData) control.getLayoutData()).exclude = !shown;
        control.setVisible(shown);
    }

    public ExecutionMode mode() {
        return mode;
    }

    public String text() {
        return field.getText();
    }

    public void setMode(ExecutionMode next) {
        mode = next;
        showMode();
    }

    /** Takes the other mode. */
    public void switchMode() {
        setMode(mode == ExecutionMode.PLAN ? ExecutionMode.DIRECT : ExecutionMode.PLAN);
    }

    public MessageHistory history() {
        return history;
    }

    /** Whether something is at work that can be stopped; until it ends nothing is sent. */
    public void setWorking(boolean atWork) {
        if (working != atWork) {
            working = atWork;
            kept = null;
            showState();
        }
    }

    public boolean isWorking() {
        return working;
    }

    /** What the empty field says. */
    public void setPlaceholder(String text) {
        if (!placeholder.equals(text)) {
            placeholder = text;
            field.redraw();
        }
    }

    /** Says why the text was not sent and stays, until the person types or what is at work ends; {@code null} for nothing. */
    public void keep(@Nullable String reason) {
        kept = reason;
        showState();
    }

    /** Says why nothing can be sent now; {@code null} when it can. */
    public void setObstacle(@Nullable String reason) {
        obstacle = reason;
        showState();
    }

    void sendOrStop() {
        if (working) {
            listener.cancel();
        } else {
            sendText();
        }
    }

    void sendText() {
        if (obstacle == null && !isEmpty() && listener.send(message(), mode)) {
            field.setText("");
            attached.set(List.of());
        }
    }

    private boolean isEmpty() {
        return field.getText().isBlank() && attached.all().isEmpty();
    }

    private Message message() {
        List<ContentPart> parts = new ArrayList<>();
        if (!field.getText().isBlank()) {
            parts.add(new ContentPart.Text(field.getText()));
        }
        parts.addAll(attached.all());
        return new Message(MessageRole.USER, parts);
    }

    void stop() {
        if (working) {
            listener.cancel();
        }
    }

    private FlatButton modeButton(Composite row, Icon icon, String word, String why, ExecutionMode which) {
        FlatButton button = new FlatButton(row, kit, FlatButton.Look.QUIET, Shade.SURFACE, true)
                .icon(icon)
                .text(word)
                .onPress(() -> setMode(which));
        button.setToolTipText(why);
        return button;
    }

    private void showMode() {
        plan.setOn(mode == ExecutionMode.PLAN);
        direct.setOn(mode == ExecutionMode.DIRECT);
    }

    private void showState() {
        send.icon(working ? Icon.STOP : Icon.SEND);
        send.named(working ? Words.STOP.text() : Words.SEND.text());
        send.setEnabled(working || obstacle == null && !isEmpty());
        String reason = obstacle == null ? kept : obstacle;
        colourHint();
        tell(reason != null ? reason : working ? Words.HINT_STOP.text() : Words.HINT_SEND.text());
    }

    /** What hinders is not to be overlooked. */
    private void colourHint() {
        hint.setForeground(kit.theme().color(obstacle == null && kept == null ? Shade.MUTED : Shade.WARNING));
    }

    private void tell(String text) {
        told = text;
        showHint();
    }

    /** Half a hint is none; what hinders is shown as far as there is room. */
    private void showHint() {
        hint.setText(told.replace("&", "&&"));
        boolean cut = hint.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > hint.getSize().x;
        if (cut && obstacle == null && kept == null) {
            hint.setText("");
        }
        hint.setToolTipText(cut ? told : null);
    }

    private void changed() {
        kept = null;
        showState();
        grow();
        field.redraw();
    }

    /** As high as its text at the width it has. */
    private void grow() {
        int line = field.getLineHeight() + field.getLineSpacing();
        int wanted = field.computeSize(Math.max(field.getClientArea().width, 50), SWT.DEFAULT).y;
        int height = Math.clamp((long) wanted, line, line * MOST_LINES);
        GridData data = (GridData) field.getLayoutData();
        if (data.heightHint != height) {
            data.heightHint = height;
            field.requestLayout();
        }
    }

    private void outline(GC gc) {
        Rectangle area = frame.getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setForeground(kit.theme().color(field.isFocusControl() ? Shade.FOCUS : Shade.BORDER_STRONG));
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, 2 * Space.RADIUS, 2 * Space.RADIUS);
    }

    private void paintPlaceholder(Event event) {
        if (field.getCharCount() == 0) {
            event.gc.setForeground(kit.theme().color(Shade.MUTED));
            event.gc.setFont(field.getFont());
            event.gc.drawText(placeholder, field.getLeftMargin(), field.getTopMargin(), SWT.DRAW_TRANSPARENT);
        }
    }
}
