// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import officina.api.id.PluginId;
import org.junit.jupiter.api.Test;

class PluginNamesTests {

    @Test
    void a_plug_in_is_called_by_its_name_and_kind() {
        assertEquals("Task agent", PluginNames.of(new PluginId("agent.task")));
        assertEquals("Coding claude code agent", PluginNames.of(new PluginId("agent.coding.claude-code")));
    }

    @Test
    void the_person_and_the_product_have_names_of_their_own() {
        assertEquals("You", PluginNames.of(PluginId.USER));
        assertEquals("Officina", PluginNames.of(PluginId.OFFICINA));
    }
}
