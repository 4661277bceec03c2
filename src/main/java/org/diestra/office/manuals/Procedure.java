package org.diestra.office.manuals;

import java.time.Instant;
import java.util.UUID;
import org.diestra.office.procedures.VersionNumber;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;

/**
 * A procedure of a workspace, without its text.
 *
 * @param title as published last, or as drafted where it never was
 * @param language es or en: the language of record
 * @param contract whose instructions it began as, or null
 * @param published which version holds, counted from 1, or null where none was published yet
 * @param version its number, null likewise
 * @param draftedAt when its draft was changed last, or null where there is none
 * @param askedAt when somebody asked for the draft to be published, or null
 * @param archivedAt when it was put away, or null
 */
public record Procedure(
    ProcedureId id,
    WorkspaceId workspace,
    Area area,
    String language,
    String title,
    @Nullable UUID contract,
    @Nullable Integer published,
    @Nullable VersionNumber version,
    @Nullable Instant draftedAt,
    @Nullable Instant askedAt,
    @Nullable Instant archivedAt) {

  /** Where it stands, for people. */
  enum Stage {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    ARCHIVED
  }

  Stage stage() {
    if (archivedAt != null) {
      return Stage.ARCHIVED;
    }
    if (askedAt != null) {
      return Stage.IN_REVIEW;
    }
    return published == null ? Stage.DRAFT : Stage.PUBLISHED;
  }

  /** Its page. */
  public String href() {
    return href(workspace, id);
  }

  static String href(WorkspaceId workspace, ProcedureId id) {
    return "/w/" + workspace + "/manuals/" + id;
  }
}
