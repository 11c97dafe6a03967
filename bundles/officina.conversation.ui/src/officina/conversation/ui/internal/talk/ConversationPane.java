// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.document.Citation;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.CallId;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonText;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.internal.choice.ConversationModel;
import officina.conversation.ui.internal.composer.Composer;
import officina.conversation.ui.internal.composer.ComposerListener;
import officina.conversation.ui.internal.transcript.Target;
import officina.conversation.ui.internal.transcript.TranscriptCanvas;
import officina.conversation.ui.internal.welcome.Welcoming;
import officina.conversation.ui.model.ModelRow.Pick;
import officina.conversation.ui.model.Quotations;
import officina.conversation.ui.model.Transcript;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.SessionSummary;
import officina.engine.AttachedFile;
import officina.engine.Engine;
import officina.ui.base.Coalesced;
import officina.ui.base.FileDrop;
import officina.ui.base.Following;
import officina.ui.base.OpenedDocument.Opened;
import officina.ui.base.Pane;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.jspecify.annotations.Nullable;

/** The content of the view Conversation. */
public final class ConversationPane implements Pane, ComposerListener {

    private static final String MODE_SETTING = "conversation.execution-mode";

    private final PaneSite site;
    private final Consumer<Opened> document;
    private final Composite stack;
    private final StackLayout layers = new StackLayout();
    private final TranscriptCanvas canvas;
    private final Welcoming welcome;
    private final Notice notice;
    private final FindBar find;
    private final Composer composer;
    private final Outgoing outgoing;
    private final ConversationModel model;
    private final OfferTaker offers;
    private final Coalesced<Shown> paint;
    private @Nullable SessionFeed feed;
    private @Nullable SessionId session;

    /** What a person leaves when this content is replaced by another. */
    private record Left(
            Outgoing.Draft draft,
            FindBar.@Nullable Search search,
            @Nullable Pick model) {}

    /** A transcript and the session it is of: one that comes too late is not shown. */
    private record Shown(SessionId session, Transcript transcript) {}

    /** @param document shows a document at its place */
    public ConversationPane(PaneSite site, Consumer<Opened> document) {
        this.site = site;
        this.document = document;
        Composite parent = site.parent();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite top = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(top, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);

        stack = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(stack, Shade.SURFACE, Shade.TEXT);
        stack.setLayout(layers);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        offers = new OfferTaker(
                site,
                this::failed,
                run -> outgoing().repeat(run),
                run -> corrections().open(run),
                this::showTool);
        canvas = new TranscriptCanvas(stack, site.kit(), target -> site.guard(() -> open(target)));
        new TranscriptMenu(canvas).attach();
        FileDrop.onto(canvas, this::attach);
        welcome = new Welcoming(stack, site, this::resume, this::failed);
        find = new FindBar(top, site, canvas);

        Composite bottom = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(bottom, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bottom);
        bottom.setLayout(new ColumnLayout());
        Composite column = new Composite(bottom, SWT.NONE);
        site.kit().theme().paint(column, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(column);
        notice = new Notice(column, site.kit());
        composer = new Composer(column, site.kit(), this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(composer.control());

        paint = site.coalesced(this::show);
        site.owned().own(site.kit().current().onChange(() -> site.guard(this::turn)));
        site.owned().own(this::unfollow);
        Left left = site.remembered(Left.class);
        model = new ConversationModel(site, composer, left == null ? null : left.model(), this::failed);
        outgoing = new Outgoing(
                site,
                composer,
                notice,
                canvas,
                left == null ? null : left.draft(),
                () -> session,
                model::beginningModel);
        if (left == null) {
            readMode();
        } else {
            find.restore(left.search());
        }
        layers.topControl = welcome.control();
        welcome();
        readProject();
        turn();
    }

    @Override
    public void focus() {
        if (!find.focusAgain()) {
            composer.focus();
        }
    }

    private void showTool(CallId call) {
        if (feed != null) {
            feed.toggle(call);
        }
    }

    /** What is sent; there as soon as anything can be. */
    private Outgoing outgoing() {
        return outgoing;
    }

    @Override
    public Object remember() {
        return new Left(outgoing.remember(), find.search(), model.beginning());
    }

    /** Opens the find bar. */
    public void find() {
        if (layers.topControl == canvas) {
            find.open();
        }
    }

    /** Switches between plan and direct for the next message. */
    public void switchMode() {
        composer.switchMode();
    }

    /** Stops what is at work in this conversation. */
    @Override
    public void cancel() {
        RunState newest = canvas.transcript().newest();
        if (newest != null && session != null && !newest.phase().ended()) {
            offers.cancel(newest.head().run());
        }
    }

    /** Lets the person choose which model answers in this conversation. */
    @Override
    public void chooseModel() {
        model.choose();
    }

    @Override
    public boolean send(Message message, ExecutionMode mode) {
        return outgoing.send(message, mode);
    }

    @Override
    public void askForFiles() {
        FileDialog dialog = new FileDialog(stack.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(Words.ATTACH_TITLE.text());
        if (dialog.open() != null) {
            Path folder = Path.of(dialog.getFilterPath());
            attach(Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList());
        }
    }

    /** What can go with a message, and why the first of the others cannot. */
    private record Examined(
            List<ContentPart.File> parts, @Nullable Failure failure) {
        /** Asks the disk. */
        static Examined of(List<Path> files) {
            List<ContentPart.File> parts = new ArrayList<>();
            Failure first = null;
            for (Path file : files) {
                try {
                    parts.add(AttachedFile.part(file));
                } catch (FailureException e) {
                    first = first == null ? e.failure() : first;
                }
            }
            return new Examined(parts, first);
        }
    }

    @Override
    public void attach(List<Path> files) {
        notice.clear();
        site.call(
                _ -> Examined.of(files),
                examined -> {
                    List<ContentPart.File> more = new ArrayList<>(composer.files());
                    more.addAll(examined.parts());
                    composer.setFiles(more);
                    composer.focus();
                    if (examined.failure() != null) {
                        failed(examined.failure());
                    }
                },
                this::failed);
    }

    private void failed(Failure failure) {
        notice.show(failure);
    }

    /** Opens the conversation and goes on with what was interrupted in it. */
    private void resume(SessionSummary chosen) {
        site.kit().current().open(chosen.id());
        offers.resumeNewest(chosen.id());
    }

    /** Shows around, in an empty conversation. */
    public void tour() {
        site.kit().current().open(null);
        welcome.tour();
    }

    /** What the person may go on with, read anew whenever there is no conversation to show. */
    private void welcome() {
        if (site.kit().current().session() == null) {
            welcome.show();
        }
    }

    private void readProject() {
        SessionId shown = site.kit().current().session();
        site.call(
                engine -> projectOf(engine, shown),
                name -> {
                    if (Objects.equals(shown, site.kit().current().session())) {
                        composer.setProject(name);
                    }
                },
                this::failed);
    }

    /** The name of the session's project, for a new one that of the default project. Blocks. */
    private static String projectOf(Engine engine, @Nullable SessionId session) {
        RecordId owner = session == null
                ? null
                : engine.sessions()
                        .find(session)
                        .map(found -> found.info().project())
                        .orElse(null);
        return engine.projects().list().stream()
                .filter(each ->
                        owner == null ? each.project().standard() : each.id().equals(owner))
                .map(each -> each.project().name())
                .findFirst()
                .orElse("");
    }

    private CorrectionMenu corrections() {
        return new CorrectionMenu(site, canvas, this::failed);
    }

    private void open(Target target) {
        switch (target) {
            case Target.Link(String address) -> follow(address);
            case Target.Take(var act) -> offers.take(act, canvas.transcript());
            case Target.CopyCode _ -> {}
        }
    }

    /** A citation is opened at its place in the window; any other address is shown first. */
    private void follow(String address) {
        Citation.parse(address)
                .ifPresentOrElse(
                        cited -> document.accept(new Opened(
                                cited.file(), cited.place(), Quotations.after(canvas.transcript(), address))),
                        () -> new LinkDialog(canvas.getShell()).ask(address));
    }

    private void turn() {
        SessionId next = site.kit().current().session();
        if (Objects.equals(next, session)) {
            return;
        }
        unfollow();
        session = next;
        model.turn(next);
        readProject();
        notice.clear();
        canvas.show(Transcript.EMPTY);
        if (next == null) {
            welcome();
            show(welcome.control());
            showState();
            composer.focus();
        } else {
            follow(next);
        }
    }

    private void follow(SessionId next) {
        site.call(
                engine -> SessionFeed.open(
                        engine.sessions(),
                        next,
                        transcript -> paint.set(new Shown(next, transcript)),
                        () -> site.post(() -> failed(Failures.cannotShow()))),
                opened -> {
                    if (next.equals(session) && feed == null) {
                        feed = opened;
                    } else {
                        Following.of(opened).close();
                    }
                },
                failure -> {
                    show(welcome.control());
                    failed(failure);
                });
    }

    private void unfollow() {
        if (feed != null) {
            Following.of(feed).close();
            feed = null;
        }
    }

    private void show(Shown shown) {
        if (!shown.session().equals(session)) {
            return;
        }
        canvas.show(shown.transcript());
        show(canvas);
        outgoing.goBack(shown.transcript());
        find.refresh();
        composer.history().set(shown.session(), shown.transcript().turns().count(), () -> written(shown.transcript()));
        showState();
    }

    private void show(Control layer) {
        if (layers.topControl != layer) {
            boolean focused = holdsFocus(layers.topControl);
            layers.topControl = layer;
            stack.layout();
            if (focused) {
                // what had the keyboard is out of sight: the next thing that is typed is a message
                composer.focus();
            }
        }
    }

    private static boolean holdsFocus(@Nullable Control outer) {
        Control at = outer == null ? null : outer.getDisplay().getFocusControl();
        while (at != null && at != outer) {
            at = at.getParent();
        }
        return at != null;
    }

    private void showState() {
        RunState newest = session == null ? null : canvas.transcript().newest();
        composer.setWorking(newest != null && newest.phase() == RunPhase.RUNNING);
        boolean asked = newest != null && newest.openQuestion() != null;
        composer.setPlaceholder(asked ? Words.WRITE_ANSWER.text() : Words.WRITE.text());
    }

    private static List<String> written(Transcript transcript) {
        List<String> messages = new ArrayList<>();
        transcript.turns().forEach(run -> {
            if (run.head().request() != null
                    && !run.head().request().message().parts().isEmpty()) {
                messages.add(run.head().request().message().plainText());
            }
        });
        return messages;
    }

    private void readMode() {
        site.call(
                engine -> engine.settings().get(MODE_SETTING, null).value() instanceof JsonText(String value)
                        ? ExecutionMode.valueOf(value.toUpperCase(Locale.ROOT))
                        : ExecutionMode.PLAN,
                composer::setMode,
                this::failed);
    }
}
