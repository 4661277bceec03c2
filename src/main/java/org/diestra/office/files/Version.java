package org.diestra.office.files;

import java.time.Instant;
import org.diestra.platform.accounts.PersonId;

/** What a file was from then on, until the next. */
record Version(Entry.Content content, Instant madeAt, PersonId madeBy) {}
