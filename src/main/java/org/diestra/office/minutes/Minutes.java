package org.diestra.office.minutes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.writing.RichText;

/**
 * What was said at a meeting.
 *
 * @param version counts its changes, from 1
 */
record Minutes(
    MinutesId id,
    WorkspaceId workspace,
    Text text,
    int version,
    PersonId changedBy,
    Instant changedAt) {

  /**
   * What they say.
   *
   * @param title 1–120 characters
   * @param present who was there, at most 400 characters, may be empty
   * @param body Markdown, 1–50,000 characters
   */
  record Text(String title, LocalDate day, String present, String body) {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_PRESENT = 400;
    static final int LONGEST_BODY = 50_000;

    /** What is to be done: the lines that can be ticked off, in order. */
    List<String> toDo() {
      return RichText.checklist(body);
    }
  }

  String href() {
    return "/w/" + workspace + "/minutes/" + id;
  }
}
