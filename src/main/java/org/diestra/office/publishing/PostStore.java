package org.diestra.office.publishing;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diestra.office.channels.Kind;
import org.diestra.office.publishing.Content.Picture;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Posts with their pictures. */
@Repository
class PostStore {
  private final JdbcClient jdbc;

  PostStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where that form has made one for that channel already. */
  boolean add(Post post, Kind kind, UUID key) {
    int added =
        values(
                jdbc.sql(
                    """
                    insert into publishing.post (id, workspace, area, channel, key, state, version,
                      since, title, text, link, summary, slug, campaign, brief, goal, sources,
                      original, due, hash, written_by, made_by, made_at)
                    values (:id, :workspace, :area, :channel, :key, :state, :version, :since, :title,
                      :text, :link, :summary, :slug, :campaign, :brief, :goal, :sources, :original,
                      :due, :hash, :writer, :writer, :since)
                    on conflict do nothing
                    """),
                post)
            .param("area", kind.area().name())
            .param("channel", post.channel().value())
            .param("key", key)
            .update();
    if (added == 1) {
      addPictures(post);
    }
    return added == 1;
  }

  private static StatementSpec values(StatementSpec sql, Post post) {
    var written = post.written();
    var content = written.content();
    return sql.param("id", post.id().value())
        .param("workspace", post.workspace().value())
        .param("state", post.state().name())
        .param("version", post.version())
        .param("since", at(post.since()))
        .param("title", content.title())
        .param("text", content.text())
        .param("link", content.link())
        .param("summary", content.summary())
        .param("slug", content.slug())
        .param("campaign", written.campaign())
        .param("brief", written.brief().text())
        .param("goal", written.brief().goal(), Types.INTEGER)
        .param("sources", written.brief().sources())
        .param("original", written.brief().original())
        .param("due", atOrNull(written.due()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("hash", post.hash())
        .param("writer", post.writtenBy().value());
  }

  private void addPictures(Post post) {
    var pictures = post.content().pictures();
    if (pictures.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into publishing.picture (post, place, file, alt, credit)
            select :post, n.place, n.file, n.alt, n.credit
            from unnest(cast(:places as smallint[]), :files, :alts, :credits)
              as n(place, file, alt, credit)
            """)
        .param("post", post.id().value())
        .param(
            "places",
            IntStream.rangeClosed(1, pictures.size())
                .mapToObj(String::valueOf)
                .toArray(String[]::new))
        .param("files", pictures.stream().map(p -> p.file().value()).toArray(UUID[]::new))
        .param("alts", pictures.stream().map(Picture::alt).toArray(String[]::new))
        .param("credits", pictures.stream().map(Picture::credit).toArray(String[]::new))
        .update();
  }

  /** What it says is another from now on. */
  void rewrite(Post after) {
    jdbc.sql("delete from publishing.picture where post = :post")
        .param("post", after.id().value())
        .update();
    move(after);
    addPictures(after);
  }

  /**
   * A step.
   *
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(Post after) {
    var approval = after.approval();
    var remote = after.remote();
    int rows =
        values(
                jdbc.sql(
                    """
                    update publishing.post set state = :state, version = :version, since = :since,
                      title = :title, text = :text, link = :link, summary = :summary, slug = :slug,
                      campaign = :campaign, brief = :brief, goal = :goal, sources = :sources,
                      original = :original, due = :due, hash = :hash, written_by = :writer,
                      submitted_by = :submitter, approved_hash = :approvedHash,
                      approved_by = :approver, approved_at = :approvedAt, held_by = :holder,
                      begins_at = :begins, retry_at = :retry, reason = :reason,
                      remote_id = :remoteId, remote_url = :remoteUrl, remote_mark = :remoteMark,
                      tries = :tries
                    where id = :id and workspace = :workspace and version = :version - 1
                    """),
                after)
            .param("submitter", value(after.submittedBy()), Types.OTHER)
            .param("approvedHash", approval == null ? null : approval.hash(), Types.VARCHAR)
            .param("approver", approval == null ? null : value(approval.by()), Types.OTHER)
            .param(
                "approvedAt",
                approval == null ? null : at(approval.at()),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .param("holder", value(after.course().heldBy()), Types.OTHER)
            .param("begins", atOrNull(after.beginsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("retry", atOrNull(after.retryAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("reason", after.reason(), Types.VARCHAR)
            .param("remoteId", remote == null ? null : remote.id(), Types.VARCHAR)
            .param("remoteUrl", remote == null ? null : remote.url(), Types.VARCHAR)
            .param("remoteMark", remote == null ? null : remote.mark(), Types.VARCHAR)
            .param("tries", after.tries())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + after.id());
    }
  }

  private static @Nullable UUID value(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }

  Optional<Post> find(WorkspaceId workspace, PostId id) {
    return all(workspace, List.of(id), false).stream().findFirst();
  }

  /** Held until the transaction ends; locked in the order of their ids. */
  List<Post> held(WorkspaceId workspace, Collection<PostId> ids) {
    return all(workspace, ids, true);
  }

  /** For the house: empty where somebody else moves it just now, or it is gone. */
  Optional<Post> take(PostId id) {
    var room =
        jdbc.sql("select workspace from publishing.post where id = :id for update skip locked")
            .param("id", id.value())
            .query((r, n) -> new WorkspaceId(id(r, "workspace")))
            .optional();
    return room.flatMap(workspace -> find(workspace, id));
  }

  /** For the house: held until the transaction ends. */
  Optional<Post> hold(PostId id) {
    return jdbc.sql("select workspace from publishing.post where id = :id for update")
        .param("id", id.value())
        .query((r, n) -> new WorkspaceId(id(r, "workspace")))
        .optional()
        .flatMap(workspace -> find(workspace, id));
  }

  private List<Post> all(WorkspaceId workspace, Collection<PostId> ids, boolean hold) {
    var wanted = ids.stream().map(PostId::value).toArray(UUID[]::new);
    if (hold) {
      jdbc.sql(
              """
              select id from publishing.post where workspace = :workspace and id = any(:ids)
              order by id for update
              """)
          .param("workspace", workspace.value())
          .param("ids", wanted)
          .query((r, n) -> id(r, "id"))
          .list();
    }
    var pictures = pictures(wanted);
    return jdbc.sql(
            "select * from publishing.post where workspace = :workspace and id = any(:ids) order by id")
        .param("workspace", workspace.value())
        .param("ids", wanted)
        .query((r, n) -> PostRow.read(r, pictures.getOrDefault(id(r, "id"), List.of())))
        .list();
  }

  private Map<UUID, List<Picture>> pictures(UUID[] posts) {
    var found = new HashMap<UUID, List<Picture>>();
    jdbc.sql("select * from publishing.picture where post = any(:posts) order by post, place")
        .param("posts", posts)
        .query(r -> {
          found
              .computeIfAbsent(id(r, "post"), p -> new ArrayList<>())
              .add(new Picture(new BlobId(id(r, "file")), text(r, "alt"), text(r, "credit")));
        });
    return found;
  }

  /** What that form has made, if anything. */
  List<PostId> byKey(WorkspaceId workspace, UUID key) {
    return jdbc.sql(
            "select id from publishing.post where workspace = :workspace and key = :key order by id")
        .param("workspace", workspace.value())
        .param("key", key)
        .query((r, n) -> new PostId(id(r, "id")))
        .list();
  }

  /** How many are neither out nor over; counted up to {@code most}. */
  int open(WorkspaceId workspace, int most) {
    return jdbc.sql(
            """
            select count(*) as n from (
              select from publishing.post where workspace = :workspace
                and state not in ('PUBLISHED', 'RETRACTED', 'MISSED') limit :most) o
            """)
        .param("workspace", workspace.value())
        .param("most", most)
        .query((r, n) -> integer(r, "n"))
        .single();
  }

  void remove(Post post) {
    int rows =
        jdbc.sql(
                """
                delete from publishing.post
                where id = :id and workspace = :workspace and version = :version
                """)
            .param("id", post.id().value())
            .param("workspace", post.workspace().value())
            .param("version", post.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + post.id());
    }
  }
}
