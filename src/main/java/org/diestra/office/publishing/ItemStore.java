package org.diestra.office.publishing;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.ids;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.publishing.Content.Picture;
import org.diestra.platform.blobs.BlobId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What feeds show; the house's alone, which shows it to everybody. */
@Repository
class ItemStore {
  static final String HOLDER = "publishing:item";
  private static final int LONGEST = 400_000;
  private final JdbcClient jdbc;

  ItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param text Markdown
   * @param alts of the files, in their order
   */
  record Item(
      PostId post,
      String title,
      String text,
      String summary,
      String link,
      List<BlobId> files,
      List<String> alts,
      Instant published,
      Instant updated) {}

  void put(Post post, Instant now) {
    var content = post.content();
    var pictures = content.pictures();
    jdbc.sql(
            """
            insert into publishing.item (post, channel, title, text, summary, link, files, alts,
              published_at, updated_at)
            values (:post, :channel, :title, :text, :summary, :link, :files, :alts, :now, :now)
            on conflict (post) do update set title = :title, text = :text, summary = :summary,
              link = :link, files = :files, alts = :alts, updated_at = :now
            """)
        .param("post", post.id().value())
        .param("channel", post.channel().value())
        .param("title", content.title())
        .param("text", content.text())
        .param("summary", content.summary())
        .param("link", content.link())
        .param("files", pictures.stream().map(p -> p.file().value()).toArray(UUID[]::new))
        .param("alts", pictures.stream().map(Picture::alt).toArray(String[]::new))
        .param("now", at(now))
        .update();
  }

  void remove(PostId post) {
    jdbc.sql("delete from publishing.item where post = :post").param("post", post.value()).update();
  }

  /** The latest first, as many as together have no more than {@value #LONGEST} characters. */
  List<Item> of(ChannelId channel, int most) {
    return jdbc.sql(
            """
            select * from (
              select i.*, sum(length(text)) over w as sum, row_number() over w as place
              from (select * from publishing.item where channel = :channel
                order by published_at desc, post limit :most) i
              window w as (order by published_at desc, post)) n
            where sum <= :longest or place = 1 order by place
            """)
        .param("channel", channel.value())
        .param("most", most)
        .param("longest", LONGEST)
        .query((r, n) -> read(r))
        .list();
  }

  /** Another one whenever anything that the feed shows is another. */
  String mark(ChannelId channel) {
    return jdbc.sql(
            """
            select count(*) || ' ' || coalesce(max(updated_at)::text, '') as mark
            from publishing.item where channel = :channel
            """)
        .param("channel", channel.value())
        .query((r, n) -> text(r, "mark"))
        .single();
  }

  Optional<Item> find(ChannelId channel, PostId post) {
    return jdbc.sql("select * from publishing.item where channel = :channel and post = :post")
        .param("channel", channel.value())
        .param("post", post.value())
        .query((r, n) -> read(r))
        .optional();
  }

  private static Item read(ResultSet r) throws SQLException {
    return new Item(
        new PostId(id(r, "post")),
        text(r, "title"),
        text(r, "text"),
        text(r, "summary"),
        text(r, "link"),
        ids(r, "files").stream().map(BlobId::new).toList(),
        texts(r, "alts"),
        instant(r, "published_at"),
        instant(r, "updated_at"));
  }
}
