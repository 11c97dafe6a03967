// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.id.RunId;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.internal.transcript.Target;
import officina.conversation.ui.internal.transcript.TranscriptCanvas;
import officina.conversation.ui.model.Offer;
import officina.core.run.RunState;
import officina.engine.Corrections.AgentItem;
import officina.ui.base.PaneSite;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** "Not right?": which agent should have answered. */
final class CorrectionMenu {

    private final PaneSite site;
    private final TranscriptCanvas over;
    private final Consumer<Failure> failed;

    /** @param over where it was asked for: the menu opens there, at the pointer where that is out of sight by then */
    CorrectionMenu(PaneSite site, TranscriptCanvas over, Consumer<Failure> failed) {
        this.site = site;
        this.over = over;
        this.failed = failed;
    }

    void open(RunState run) {
        site.<List<AgentItem>>call(
                engine -> engine.corrections().agents().stream()
                        .filter(each -> !Objects.equals(each.id(), run.agent()))
                        .toList(),
                others -> show(run.head().run(), others),
                failed);
    }

    private void show(RunId run, List<AgentItem> others) {
        Menu menu = new Menu(over);
        for (AgentItem other : others) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(Words.CORRECT_ASK.text(other.name()).replace("&", "&&"));
            item.addListener(SWT.Selection, _ -> correct(run, other));
        }
        if (others.isEmpty()) {
            MenuItem none = new MenuItem(menu, SWT.PUSH);
            none.setText(Words.CORRECT_NONE.text());
            none.setEnabled(false);
        }
        // what was chosen is told after the menu has gone
        menu.addListener(SWT.Hide, _ -> site.kit().ui().post(menu::dispose));
        Point place = over.below(new Target.Take(new Offer.Correct(run)));
        if (place != null) {
            menu.setLocation(place);
        }
        menu.setVisible(true);
    }

    private void correct(RunId run, AgentItem other) {
        site.call(engine -> engine.corrections().correct(run, other.id()), _ -> {}, failed);
    }
}
