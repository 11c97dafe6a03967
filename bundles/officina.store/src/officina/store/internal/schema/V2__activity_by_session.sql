-- SPDX-License-Identifier: Apache-2.0
-- Copyright (c) 2026 the Officina authors
--
-- A migration that was released is never changed; the next one gets the next number.

-- Deleting a conversation takes its lines out of the activity log.
create index activity_by_session on activity (session_id);
