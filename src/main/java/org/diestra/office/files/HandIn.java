package org.diestra.office.files;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Received;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Service;

/** What comes in by letterboxes: who brought it is written down, and their makers hear of it. */
@Service
class HandIn {
  static final String CAME = "files:handed";

  /** Who brings twenty files makes one piece of news. */
  private static final Duration ONE_NEWS = Duration.ofHours(1);

  private final LetterboxStore boxes;
  private final Files files;
  private final FreeSpot spot;
  private final Notifications notifications;
  private final HouseRights house;
  private final Clock clock;

  HandIn(
      LetterboxStore boxes,
      Files files,
      FreeSpot spot,
      Notifications notifications,
      HouseRights house,
      Clock clock) {
    this.boxes = boxes;
    this.files = files;
    this.spot = spot;
    this.notifications = notifications;
    this.house = house;
    this.clock = clock;
  }

  /**
   * In the transaction in which it became a file; of what no letterbox brought nothing is noted.
   */
  void note(Bringer by, Entry entry) {
    if (by.letterbox() == null) {
      return;
    }
    boxes.handed(by.letterbox(), entry, by.giver(), clock.instant());
    boxes
        .find(entry.workspace(), by.letterbox())
        .ifPresent(box -> notifications.tell(List.of(notice(by.pass(), box))));
  }

  private Notice notice(Pass maker, Letterbox box) {
    long hour = clock.millis() / ONE_NEWS.toMillis();
    return Notice.to(
            box.madeBy(),
            CAME,
            maker.href("files/" + box.entry() + "/letterboxes"),
            "files.notice.handed",
            box.title())
        .once("files:handed:" + Ids.text(box.id()) + ":" + hour);
  }

  /** What does not come after all leaves its room to others. */
  void giveBack(Upload upload) {
    if (upload.letterbox() != null) {
      boxes.giveBack(upload.letterbox(), upload.size());
    }
  }

  /**
   * Keeps a file that came in one breath, from a page without scripts. Which name is free is asked
   * for the letters in which it is kept.
   */
  Outcome<Entry> keep(Bringer by, Letterbox box, String name, Received received) {
    return switch (EntryName.read(name)) {
      case Outcome.Refused<String>(var why) -> Outcome.refused(why);
      case Outcome.Done<String>(var read) -> kept(by, box, read, received);
    };
  }

  private Outcome<Entry> kept(Bringer by, Letterbox box, String name, Received received) {
    return house.callAs(
        box.madeBy().value(),
        () -> {
          var space = files.hold(by.pass());
          boolean room =
              received.size() <= space.left()
                  && !files.wide(by.pass(), box.entry().value())
                  && boxes.take(box.id(), received.size(), clock.instant());
          if (!room) {
            return Outcome.refused(Refusal.conflict("files.box.full"));
          }
          var free = spot.name(by.pass(), box.entry().value(), name);
          var outcome = files.put(by.pass(), box.entry(), free, received);
          switch (outcome) {
            case Outcome.Done<Entry>(var entry) -> note(by, entry);
            case Outcome.Refused<Entry> refused -> boxes.giveBack(box.id(), received.size());
          }
          return outcome;
        });
  }
}
