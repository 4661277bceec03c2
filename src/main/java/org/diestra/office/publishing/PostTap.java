package org.diestra.office.publishing;

import static org.diestra.platform.data.Row.id;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Pages;
import org.diestra.platform.taps.Offer;
import org.diestra.platform.taps.Shown;
import org.diestra.platform.taps.Shown.Choice;
import org.diestra.platform.taps.Tap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A post is approved by a link in the mail: one whose words are all that others will see of it.
 * With pictures, or as an article, it is looked at in the house.
 */
@Component
class PostTap implements Tap {
  static final String KIND = "publishing:approve";
  private static final String YES = "approve";
  private final Desks desks;
  private final Approvals approvals;
  private final Pages pages;
  private final JdbcClient jdbc;
  private final Clock clock;

  PostTap(Desks desks, Approvals approvals, Pages pages, JdbcClient jdbc, Clock clock) {
    this.desks = desks;
    this.approvals = approvals;
    this.pages = pages;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What was handed in, as it stands. */
  static Offer offer(Post post) {
    return new Offer(KIND, post.id().value(), seen(post));
  }

  private static String seen(Post post) {
    return post.version() + "." + post.hash();
  }

  @Override
  public String kind() {
    return KIND;
  }

  private Desk desk(Viewer viewer, UUID post) {
    var room =
        jdbc.sql("select workspace from publishing.post where id = :id")
            .param("id", post)
            .query((r, n) -> new WorkspaceId(id(r, "workspace")))
            .optional()
            .orElseThrow(NotFound::new);
    return desks.enter(viewer, room);
  }

  @Transactional(readOnly = true)
  @Override
  public Optional<Shown> shown(Viewer viewer, UUID subject, String seen) {
    var desk = desk(viewer, subject);
    var found = desks.get(desk, new PostId(subject));
    var post = found.post();
    var due = post.due();
    var kind = found.channel().kind();
    var words = post.content().whole(kind);
    boolean whole =
        !kind.article() && post.content().pictures().isEmpty() && words.length() <= Shown.LONGEST;
    if (due == null
        || !whole
        || !seen(post).equals(seen)
        || !Approvals.decides(desk, post)
        || Fitness.of(found.channel(), post.written(), clock.instant()).any()) {
      return Optional.empty();
    }
    var room = desk.pass().workspace();
    var formats = pages.formats(viewer.locale(), room.zone());
    var when = formats.when(due, room.zone());
    List<Object> args = List.of(found.channel().name(), when, room.name());
    var yes = new Choice(YES, "publishing.approve", List.of());
    return Optional.of(new Shown("publishing.tap", args, words, post.href(), List.of(yes)));
  }

  @Override
  public Outcome<?> decide(Viewer viewer, UUID subject, String seen, String choice) {
    int version = Integer.parseInt(seen.substring(0, seen.indexOf('.')));
    return approvals.approve(desk(viewer, subject), Map.of(new PostId(subject), version));
  }
}
