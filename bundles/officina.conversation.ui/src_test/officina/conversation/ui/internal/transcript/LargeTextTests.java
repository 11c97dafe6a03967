// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import officina.conversation.ui.internal.talk.ConversationPane;
import officina.conversation.ui.internal.talk.FakeTalk;
import officina.conversation.ui.internal.welcome.WelcomeCard;
import officina.conversation.ui.model.SessionScript;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.Stage;
import officina.ui.base.FlatButton;
import officina.ui.base.Type;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With text as large as a person may choose, nothing that holds words is too low for them. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class LargeTextTests {

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2})
    void cards_and_buttons_grow_with_their_words(double textScale) {
        try (Stage stage = new Stage(false, () -> Gallery.NOW, 900, 800, textScale)) {
            FakeTalk talk = new FakeTalk();
            talk.script.asks("x").proposes("Plan", "A step").asksApproval();
            stage.show("Conversation", talk.engine(), (site, _) -> new ConversationPane(site, _ -> {}));
            stage.await("the welcome", () -> stage.has(WelcomeCard.class, Control::isVisible));
            int line = height(stage, Type.BODY);

            assertEquals(List.of(), low(stage.parent(), line, height(stage, Type.SMALL)));

            stage.kit().current().open(new SessionScript().state().session());
            TranscriptCanvas canvas = stage.find(TranscriptCanvas.class, _ -> true);
            stage.await("the plan", () -> !offers(canvas).isEmpty());
            assertTrue(
                    offers(canvas).stream().allMatch(area -> area.height >= line + 4),
                    offers(canvas) + " for lines of " + line);
        }
    }

    private static List<Rectangle> offers(TranscriptCanvas canvas) {
        return canvas.seen().stream()
                .flatMap(row -> row.drawn().hits().stream())
                .filter(hit -> hit.target() instanceof Target.Take)
                .flatMap(hit -> hit.areas().stream())
                .toList();
    }

    private static List<String> low(Composite parent, int line, int small) {
        List<String> low = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            int height = child.getSize().y;
            if (child instanceof FlatButton button && child.isVisible() && height < line + 4) {
                low.add(button.text() + " " + height);
            } else if (child instanceof WelcomeCard && height < line + small) {
                low.add(child.getToolTipText() + " " + height);
            } else if (child instanceof Composite inner) {
                low.addAll(low(inner, line, small));
            }
        }
        return low;
    }

    private static int height(Stage stage, Type type) {
        GC gc = new GC(stage.parent());
        try {
            gc.setFont(stage.kit().theme().font(type));
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }
}
