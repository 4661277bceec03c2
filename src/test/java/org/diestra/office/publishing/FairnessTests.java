package org.diestra.office.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.diestra.office.channels.Kind;
import org.diestra.office.channels.Standing;
import org.diestra.office.publishing.Posts.Aim;
import org.diestra.office.publishing.Posts.Wanted;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody's posts hold up those of others. */
class FairnessTests extends Newsroom {
  @Autowired DueStore due;
  @Autowired PostStore store;

  private List<PostId> mine(List<PostId> all) {
    var now = Caller.house().call(() -> due.due(clock.instant()));
    return all.stream().filter(now::contains).toList();
  }

  @Test
  void ofOneClientSixAreUnderWayAtOnce() {
    var channel = channel(Kind.WEBHOOK, "https://127.0.0.1/", Standing.ALL);
    var all = new ArrayList<PostId>();
    for (int i = 0; i < 9; i++) {
      var id = write(assistant, channel, "Post " + i, Aim.SUBMIT);
      dueSince(id, Duration.ofMinutes(1));
      all.add(id);
    }
    assertThat(mine(all)).hasSize(DueStore.AT_ONCE);
    Caller.house()
        .run(() -> {
          publications.claim(all.get(0));
          publications.claim(all.get(1));
        });
    assertThat(mine(all)).hasSize(DueStore.AT_ONCE - 2).doesNotContain(all.get(0), all.get(1));
  }

  @Test
  void thereIsAnEndToWhatIsUnderWay() {
    var feed = channel(Kind.FEED, "", Standing.NONE);
    house.call(() ->
        jdbc.sql(
                """
                insert into publishing.post (id, workspace, area, channel, key, state, version, since,
                  title, text, link, summary, slug, campaign, brief, sources, original, hash,
                  written_by, made_by, made_at)
                select gen_random_uuid(), :room, 'BLOG', :channel, gen_random_uuid(), 'DRAFT', 1, now(),
                  'T' || n, 'x', '', '', '', '', '', '', true, repeat('0', 64), :owner, :owner, now()
                from generate_series(1, :most) n
                """)
            .param("room", room.value())
            .param("channel", feed.id().value())
            .param("owner", owner.id().value())
            .param("most", Posts.MOST_OPEN)
            .update());
    var one = List.of(new Wanted(feed, written(Kind.FEED, "one more", soon())));
    var written = as(assistant, () -> posts.write(desk(assistant), Ids.fresh(), one, Aim.DRAFT));
    assertThat(written).isInstanceOf(Outcome.Refused.class);
    house.call(() ->
        jdbc.sql("delete from publishing.post where workspace = :room")
            .param("room", room.value())
            .update());
  }
}
