// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import officina.base.SecretText;
import officina.privacy.ui.model.PhraseQuiz;
import officina.privacy.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Owned;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Shows a new phrase, this once, then asks for some of its words. The words are overwritten at the end of it. */
final class PhraseLesson {

    private static final int FIELD = 160;

    private final Section section;
    private final PaneSite site;
    private final PhraseQuiz quiz;
    private final Consumer<Words> done;

    /**
     * @param phrase closed at the end
     * @param done told how it went
     */
    PhraseLesson(Section section, PaneSite site, SecretText phrase, Consumer<Words> done) {
        this.section = section;
        this.site = site;
        this.done = done;
        quiz = new PhraseQuiz(phrase, new SecureRandom());
        site.owned().own(quiz);
    }

    /** The words. */
    void show() {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.TEXT, Words.LESSON_TEXT.text());
        PhraseSheet sheet = new PhraseSheet(opened, site.kit(), quiz, section::width);
        FlatButton next = section.buttons(
                opened, Words.LESSON_WRITTEN.text(), this::ask, new PaneAction(Words.LESSON_LATER.text(), this::later));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(sheet);
        section.opened(next);
    }

    private void ask() {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.TEXT, Words.LESSON_ASK.text());
        Composite row = section.composite(opened);
        GridLayoutFactory.fillDefaults()
                .numColumns(PhraseQuiz.ASKED)
                .spacing(Space.S, 0)
                .applyTo(row);
        List<Field> fields = new ArrayList<>();
        for (int place : quiz.places()) {
            String name = Words.LESSON_WORD.text(place);
            Field field = new Field(row, site.kit(), SWT.SINGLE, Shade.SURFACE)
                    .named(name)
                    .hint(name);
            GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(field);
            field.text().addListener(SWT.Modify, site.guarded(_ -> field.setWrong(false)));
            field.text().addListener(SWT.DefaultSelection, site.guarded(_ -> check(fields)));
            fields.add(field);
        }
        Owned.by(opened).own(() -> fields.forEach(PhraseLesson::wipe));
        section.buttons(
                opened,
                Words.CHECK_DO.text(),
                () -> check(fields),
                new PaneAction(Words.LESSON_BACK.text(), this::show),
                new PaneAction(Words.LESSON_LATER.text(), this::later));
        section.opened(fields.getFirst());
    }

    private void check(List<Field> fields) {
        Control firstWrong = null;
        for (int i = 0; i < fields.size(); i++) {
            char[] typed = fields.get(i).text().getTextChars();
            boolean right = quiz.matches(quiz.places().get(i), typed);
            Arrays.fill(typed, '\0');
            fields.get(i).setWrong(!right);
            if (!right && firstWrong == null) {
                firstWrong = fields.get(i);
            }
        }
        if (firstWrong != null) {
            section.object(Words.LESSON_WRONG.text());
            firstWrong.setFocus();
            return;
        }
        site.call(
                engine -> {
                    engine.keys().checkPhrase(quiz.phrase());
                    return true;
                },
                _ -> end(Words.CHECK_DONE),
                section::object);
    }

    private void later() {
        end(Words.LESSON_LEFT);
    }

    private void end(Words told) {
        done.accept(told);
        quiz.close();
    }

    private static void wipe(Field field) {
        if (!field.isDisposed() && !field.text().isDisposed()) {
            field.text().setTextChars(new char[0]);
        }
    }
}
