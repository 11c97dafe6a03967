// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui;

import java.util.List;
import java.util.function.BiConsumer;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.Todo;
import officina.engine.TodoItem;
import officina.todo.ui.model.TodoText;
import officina.todo.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** The rest of the selected to-do: its title in full, when it is due, its description and who is involved. */
final class DetailsArea {

    private final UiKit kit;
    private final TodoText words;
    private final BiConsumer<TodoItem, JsonObject> update;
    private final ScrolledComposite scroll;
    private final Composite area;
    private final Label title;
    private final Label facts;
    private final Text description;
    private final Text people;
    private @Nullable TodoItem shown;
    private @Nullable Typed left;

    /** What was typed and not stored yet, of one to-do; {@code null} for a field that was not touched. */
    record Typed(
            RecordId todo,
            @Nullable String description,
            @Nullable String people) {}

    DetailsArea(Composite parent, PaneSite site, TodoText words, BiConsumer<TodoItem, JsonObject> update) {
        kit = site.kit();
        this.words = words;
        this.update = update;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        kit.theme().paint(scroll, Shade.SURFACE, Shade.TEXT);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        area = new Composite(scroll, SWT.NONE);
        kit.theme().paint(area, Shade.SURFACE, Shade.TEXT);
        scroll.setContent(area);
        scroll.addListener(SWT.Resize, _ -> fit());
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .extendedMargins(0, 0, Space.S, 0)
                .spacing(Space.S, Space.S)
                .applyTo(area);
        title = label(Type.HEADING, Shade.TEXT, true);
        facts = label(Type.SMALL, Shade.MUTED, true);
        description = field(
                site, Words.DETAILS_DESCRIPTION, Words.DETAILS_DESCRIPTION_HINT, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        people = field(site, Words.DETAILS_PEOPLE, Words.DETAILS_PEOPLE_HINT, SWT.SINGLE);
        people.addListener(SWT.DefaultSelection, site.guarded(_ -> keep()));
    }

    Composite control() {
        return scroll;
    }

    /** Where there is little height it scrolls: no field is squeezed. */
    private void fit() {
        scroll.setMinSize(0, area.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
    }

    /** Shows a to-do. A field that is being edited keeps what was typed while the same to-do stays shown. */
    void show(@Nullable TodoItem item) {
        TodoItem before = shown;
        boolean same = before != null && item != null && before.id().equals(item.id());
        if (!same) {
            keep();
        }
        shown = item;
        if (item == null) {
            return;
        }
        Todo todo = item.todo();
        title.setText(todo.title().replace("&", "&&"));
        facts.setText(facts(todo).replace("&", "&&"));
        kit.theme().paint(facts, Shade.SURFACE, words.overdue(todo) ? Shade.DANGER : Shade.MUTED);
        if (!same || !description.isFocusControl()) {
            set(description, todo.description());
        }
        if (!same || !people.isFocusControl()) {
            set(people, String.join(", ", todo.people()));
        }
        Typed typed = left;
        if (typed != null && typed.todo().equals(item.id())) {
            left = null;
            set(description, typed.description() == null ? description.getText() : typed.description());
            set(people, typed.people() == null ? people.getText() : typed.people());
            // the keyboard has left the field with the content before
            keep();
        }
        fit();
        area.layout();
    }

    /** What is typed and not stored; {@code null} where there is nothing. */
    @Nullable
    Typed typed() {
        TodoItem item = shown;
        if (item == null) {
            return left;
        }
        String written = description.getText();
        String names = people.getText();
        boolean described = !written.strip().equals(item.todo().description().strip());
        boolean named = !CellEditing.names(names).equals(item.todo().people());
        return described || named ? new Typed(item.id(), described ? written : null, named ? names : null) : left;
    }

    /** Goes on with that, and stores it, as soon as its to-do is shown. */
    void goOn(@Nullable Typed typed) {
        left = typed;
    }

    private String facts(Todo todo) {
        String due = words.due(todo);
        String priority = Words.UNDERSTOOD_PRIORITY.text(TodoText.priority(todo.priority()));
        return due.isEmpty() ? priority : Words.UNDERSTOOD_DUE.text(due) + "  ·  " + priority;
    }

    /** Stores what was typed, if it differs. */
    private void keep() {
        TodoItem item = shown;
        if (item == null) {
            return;
        }
        JsonObject changes = JsonObject.EMPTY;
        String written = description.getText().strip();
        if (!written.equals(item.todo().description().strip()) && written.length() <= Todo.MAX_DESCRIPTION) {
            changes = changes.with("description", written);
        }
        List<String> names = CellEditing.names(people.getText());
        if (!names.equals(item.todo().people())) {
            changes = changes.with("people", names);
        }
        if (!changes.members().isEmpty()) {
            update.accept(item, changes);
        }
    }

    private void revert() {
        TodoItem item = shown;
        if (item != null) {
            set(description, item.todo().description());
            set(people, String.join(", ", item.todo().people()));
        }
    }

    private void key(Event key) {
        if (key.keyCode == SWT.ESC) {
            revert();
            key.doit = false;
        } else if ((key.keyCode == SWT.CR || key.keyCode == SWT.KEYPAD_CR) && (key.stateMask & SWT.MOD1) != 0) {
            keep();
            key.doit = false;
        }
    }

    private static void set(Text field, String value) {
        if (!field.getText().equals(value)) {
            field.setText(value);
        }
    }

    private Label label(Type type, Shade shade, boolean wide) {
        Label label = new Label(area, SWT.WRAP);
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.SURFACE, shade);
        GridDataFactory.fillDefaults()
                .span(wide ? 2 : 1, 1)
                .grab(wide, false)
                .hint(wide ? 60 : SWT.DEFAULT, SWT.DEFAULT)
                .align(SWT.FILL, wide ? SWT.CENTER : SWT.BEGINNING)
                .applyTo(label);
        return label;
    }

    private Text field(PaneSite site, Words name, Words hint, int style) {
        Label label = label(Type.SMALL, Shade.MUTED, false);
        label.setText(name.text());
        Field frame =
                new Field(area, kit, style, Shade.SURFACE).hint(hint.text()).named(name.text());
        boolean tall = (style & SWT.MULTI) != 0;
        // its name stands beside its first line
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, tall ? SWT.BEGINNING : SWT.CENTER)
                .indent(0, tall ? Space.XS : 0)
                .applyTo(label);
        GridDataFactory.fillDefaults().grab(true, tall).hint(60, SWT.DEFAULT).applyTo(frame);
        Text field = frame.text();
        field.addListener(SWT.KeyDown, site.guarded(this::key));
        field.addListener(SWT.FocusOut, site.guarded(_ -> keep()));
        field.addListener(SWT.Traverse, key -> {
            // Tab leaves a text of several lines as it leaves any other field
            key.doit |= key.detail == SWT.TRAVERSE_TAB_NEXT || key.detail == SWT.TRAVERSE_TAB_PREVIOUS;
        });
        return field;
    }
}
