package org.diestra.office.publishing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Channels;
import org.diestra.office.publishing.Shelf.Filter;
import org.diestra.office.publishing.Shelf.Mark;
import org.diestra.office.publishing.Shelf.Row;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /w/{workspace}/publishing/queue}: posts in the order of their times, and free times. */
@Controller
class QueueController {
  private static final Set<State> OVER =
      EnumSet.of(State.PUBLISHED, State.RETRACTED, State.IDEA, State.MISSED);
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
  private static final int FREE = 3;
  private static final int CHANNELS_WITH_TIMES = 8;
  private final Desks desks;
  private final Channels channels;
  private final Readings readings;
  private final PostPages pages;

  QueueController(Desks desks, Channels channels, Readings readings, PostPages pages) {
    this.desks = desks;
    this.channels = channels;
    this.readings = readings;
    this.pages = pages;
  }

  /**
   * @param free the next free times of channels that have any
   * @param decides whether the viewer may approve some of the rows
   * @param next where the next page begins, or null
   */
  record View(
      Desk desk,
      Filter filter,
      List<Row> rows,
      List<Channel> channels,
      List<String> campaigns,
      Map<Channel, List<Instant>> free,
      boolean decides,
      @Nullable String next) {
    boolean narrow() {
      return filter.channel() != null || !filter.campaign().isEmpty();
    }

    boolean decides(Row row) {
      return decides && row.state() == State.SUBMITTED && !row.by(desk.me());
    }
  }

  @GetMapping("/w/{workspace}/publishing/queue")
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String campaign,
      @RequestParam(defaultValue = "") String from,
      Model model) {
    var desk = desks.enter(viewer, workspace);
    var wanted =
        Arrays.stream(State.values()).filter(s -> s.slug().equals(state)).findFirst().orElse(null);
    var tag = campaign.length() > Written.LONGEST_CAMPAIGN ? "" : campaign.replace("\0", "");
    var filter = new Filter(wanted, Ids.read(channel).map(ChannelId::new).orElse(null), tag);
    boolean over = wanted != null && OVER.contains(wanted);
    var mark = mark(from);
    var found =
        over && wanted != null
            ? readings.over(desk, filter, wanted, mark)
            : readings.open(desk, filter, mark);
    var rows = found.subList(0, Math.min(found.size(), Shelf.PAGE));
    var all = channels.of(desk.pass());
    var free = new LinkedHashMap<Channel, List<Instant>>();
    if (wanted == null && mark == null) {
      all.stream()
          .filter(one -> one.open() && !one.slots().isEmpty())
          .limit(CHANNELS_WITH_TIMES)
          .forEach(one -> free.put(one, pages.free(desk, one, FREE)));
    }
    boolean decides =
        desk.approves()
            && rows.stream().anyMatch(r -> r.state() == State.SUBMITTED && !r.by(desk.me()));
    model.addAttribute(
        "view",
        new View(
            desk,
            filter,
            rows,
            all,
            readings.campaigns(desk),
            free,
            decides,
            found.size() > rows.size() ? href(desk, filter, rows.getLast(), over) : null));
    return "queue";
  }

  private static String href(Desk desk, Filter filter, Row last, boolean over) {
    var at = over ? last.since() : last.due() == null ? LAST : last.due();
    return desk.href("queue")
        + "?state="
        + (filter.state() == null ? "" : filter.state().slug())
        + "&channel="
        + (filter.channel() == null ? "" : filter.channel())
        + "&campaign="
        + Ui.param(filter.campaign())
        + "&from="
        + at
        + "_"
        + last.id();
  }

  private static @Nullable Mark mark(String text) {
    int cut = text.indexOf('_');
    if (cut < 0) {
      return null;
    }
    try {
      var at = Instant.parse(text.substring(0, cut));
      boolean far = at.isBefore(Instant.EPOCH) || at.isAfter(LAST);
      return far
          ? null
          : Ids.read(text.substring(cut + 1)).map(id -> new Mark(at, id)).orElse(null);
    } catch (DateTimeException none) {
      return null;
    }
  }
}
