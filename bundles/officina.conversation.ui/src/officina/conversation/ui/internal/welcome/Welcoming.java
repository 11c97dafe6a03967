// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.welcome;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.Failure;
import officina.api.id.RecordId;
import officina.api.json.JsonBoolean;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderPreset;
import officina.api.record.SettingScope;
import officina.conversation.ui.internal.welcome.WelcomeForm.Shown;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.engine.Models;
import officina.engine.RunRef;
import officina.engine.Surrounding;
import officina.engine.TurnRequest;
import officina.ui.base.PaneSite;
import officina.ui.base.Views;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/**
 * Welcomes the person to an empty conversation. Nothing is made, kept or used before they press something; only then is
 * the sample there. A card sends a message in the sample's project, as anybody could. UI thread only.
 */
public final class Welcoming {

    /** Among so many of the newest conversations is looked for what needs the person. */
    private static final int RECENT = 200;

    private final PaneSite site;
    private final WelcomeForm form;
    private final Consumer<SessionSummary> resume;
    private final Consumer<Failure> failed;
    private boolean wanted;
    private boolean sample;
    private @Nullable List<Surrounding> around;
    private boolean looking;
    private @Nullable Card busy;

    /** What is known of a person who comes in. */
    private record Known(List<SessionSummary> sessions, boolean sample, boolean tour) {}

    /**
     * @param resume goes on with what was interrupted in that conversation
     * @param failed says what went wrong
     */
    public Welcoming(Composite parent, PaneSite site, Consumer<SessionSummary> resume, Consumer<Failure> failed) {
        this.site = site;
        this.resume = resume;
        this.failed = failed;
        form = new WelcomeForm(parent, site.kit(), guarded());
    }

    public Composite control() {
        return form.control();
    }

    /** Reads anew what the person may go on with; newcomers are shown around. */
    public void show() {
        site.call(Welcoming::known, this::show, failed);
    }

    /** Shows whoever asks around, newcomer or not, from now on until they skip it or go on. */
    public void tour() {
        wanted = true;
        around = null;
        show();
    }

    private static Known known(Engine engine) {
        List<SessionSummary> sessions = engine.sessions().list(new SessionQuery(null, null, RECENT));
        boolean tour =
                engine.settings().get(SettingsCatalog.WELCOME, null).value() instanceof JsonBoolean(boolean on) && on;
        return new Known(sessions, engine.sample().project().isPresent(), tour);
    }

    private void show(Known known) {
        sample = known.sample();
        if (wanted || known.tour() && known.sessions().isEmpty()) {
            showTour();
            look();
        } else {
            form.show(new Shown.GoOn(known.sessions()));
        }
    }

    private void showTour() {
        form.show(new Shown.Tour(sample, around, busy));
    }

    private void look() {
        if (!looking && around == null) {
            looking = true;
            site.call(
                    engine -> engine.diagnostics().lookAround(),
                    found -> {
                        looking = false;
                        around = found;
                        if (form.isTour()) {
                            showTour();
                        }
                    },
                    failure -> {
                        looking = false;
                        failed.accept(failure);
                    });
        }
    }

    private void take(Card card) {
        if (busy != null) {
            return;
        }
        busy = card;
        showTour();
        site.call(engine -> begin(engine, card.message()), this::begun, this::stopped);
    }

    private static RunRef begin(Engine engine, String message) {
        RecordId project = engine.sample().add().id();
        return engine.runs()
                .start(new TurnRequest(
                        null, project, ExecutionMode.PLAN, null, Message.text(MessageRole.USER, message)));
    }

    private void begun(RunRef run) {
        busy = null;
        wanted = false;
        sample = true;
        if (site.kit().current().session() == null) {
            site.kit().current().open(run.session());
        }
    }

    private void stopped(Failure failure) {
        busy = null;
        showTour();
        failed.accept(failure);
        show();
    }

    private void removeSample() {
        site.call(engine -> engine.sample().remove(), _ -> show(), failed);
    }

    private void skip() {
        wanted = false;
        site.call(
                engine -> {
                    engine.settings().set(SettingsCatalog.WELCOME, SettingScope.GLOBAL, null, new JsonBoolean(false));
                    return true;
                },
                _ -> show(),
                failed);
    }

    private void use(Surrounding server) {
        site.call(
                engine -> {
                    use(engine.models(), server);
                    return true;
                },
                _ -> site.kit().views().show(Views.MODELS),
                failed);
    }

    /** Adds the server, unless it is there, and has its first model answer where nothing else was chosen. */
    private static void use(Models models, Surrounding server) throws InterruptedException {
        URI address = URI.create(server.address());
        String name = models.accounts().stream()
                .filter(each -> each.account().address().equals(address))
                .map(each -> each.account().name())
                .findFirst()
                .orElseGet(() -> add(models, address));
        if (models.choice(null).isEmpty() && !server.details().isEmpty()) {
            models.use(name, server.details().getFirst(), null);
        }
    }

    private static String add(Models models, URI address) {
        for (var provider : models.providers()) {
            for (ProviderPreset preset : provider.presets()) {
                if (preset.address().equals(address)) {
                    models.add(new ProviderAccount(
                            preset.name(), provider.id(), address, null, null, ModelPatience.STANDARD, null));
                    return preset.name();
                }
            }
        }
        throw new IllegalStateException("only servers of presets are looked for");
    }

    /** Whatever is pressed is guarded, as everything of a view. */
    private WelcomeForm.Listener guarded() {
        return new WelcomeForm.Listener() {
            @Override
            public void open(SessionSummary chosen) {
                site.guard(() -> site.kit().current().open(chosen.id()));
            }

            @Override
            public void resume(SessionSummary chosen) {
                site.guard(() -> resume.accept(chosen));
            }

            @Override
            public void take(Card card) {
                site.guard(() -> Welcoming.this.take(card));
            }

            @Override
            public void removeSample() {
                site.guard(Welcoming.this::removeSample);
            }

            @Override
            public void use(Surrounding server) {
                site.guard(() -> Welcoming.this.use(server));
            }

            @Override
            public void models() {
                site.guard(() -> site.kit().views().show(Views.MODELS));
            }

            @Override
            public void knowledge() {
                site.guard(() -> site.kit().views().show(Views.KNOWLEDGE));
            }

            @Override
            public void skip() {
                site.guard(Welcoming.this::skip);
            }
        };
    }
}
