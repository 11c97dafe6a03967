// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.junit.jupiter.api.Test;

class PermissionTextTests {

    @Test
    void every_permission_has_plain_words_of_its_own_that_name_what_it_is_for() {
        Set<String> texts = new HashSet<>();
        for (PermissionType type : PermissionType.values()) {
            assertTrue(texts.add(PermissionText.of(new Permission(type, Permission.ANY))), type.wireName());
            if (type != PermissionType.NOTIFY) {
                String one = PermissionText.of(new Permission(type, "{0} it''s"));
                assertTrue(texts.add(one), type.wireName());
                assertTrue(one.contains("{0} it''s"), one);
                assertFalse(one.contains(type.wireName()), one);
            }
        }
    }

    @Test
    void what_everybody_knows_is_called_by_its_name() {
        assertEquals("Change your to-dos", PermissionText.of(new Permission(PermissionType.STORE_WRITE, "todo")));
        assertEquals(
                "Search your documents", PermissionText.of(new Permission(PermissionType.INDEX_READ, "documents")));
        assertEquals("See your recipe", PermissionText.of(new Permission(PermissionType.STORE_READ, "recipe")));
    }
}
