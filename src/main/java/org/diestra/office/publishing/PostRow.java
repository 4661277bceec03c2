package org.diestra.office.publishing;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Piece.Remote;
import org.diestra.office.publishing.Content.Picture;
import org.diestra.office.publishing.Post.Approval;
import org.diestra.office.publishing.Post.Course;
import org.diestra.office.publishing.Written.Brief;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/** A post as its row says it. */
final class PostRow {
  private PostRow() {}

  static Post read(ResultSet r, List<Picture> pictures) throws SQLException {
    return new Post(
        new PostId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        new ChannelId(id(r, "channel")),
        label(r, "state", State.class),
        integer(r, "version"),
        instant(r, "since"),
        written(r, pictures),
        text(r, "hash"),
        new PersonId(id(r, "written_by")),
        new Course(
            person(r, "submitted_by"),
            approval(r),
            person(r, "held_by"),
            instantOrNull(r, "begins_at"),
            instantOrNull(r, "retry_at"),
            textOrNull(r, "reason"),
            remote(r),
            integer(r, "tries")));
  }

  private static Written written(ResultSet r, List<Picture> pictures) throws SQLException {
    var content =
        new Content(
            text(r, "title"),
            text(r, "text"),
            text(r, "link"),
            text(r, "summary"),
            text(r, "slug"),
            pictures);
    var brief =
        new Brief(
            text(r, "brief"), integerOrNull(r, "goal"), text(r, "sources"), bool(r, "original"));
    return new Written(content, instantOrNull(r, "due"), text(r, "campaign"), brief);
  }

  private static @Nullable PersonId person(ResultSet r, String column) throws SQLException {
    var id = idOrNull(r, column);
    return id == null ? null : new PersonId(id);
  }

  private static @Nullable Approval approval(ResultSet r) throws SQLException {
    var hash = textOrNull(r, "approved_hash");
    return hash == null
        ? null
        : new Approval(hash, person(r, "approved_by"), instant(r, "approved_at"));
  }

  private static @Nullable Remote remote(ResultSet r) throws SQLException {
    var remote = textOrNull(r, "remote_id");
    return remote == null
        ? null
        : new Remote(remote, text(r, "remote_url"), text(r, "remote_mark"));
  }
}
