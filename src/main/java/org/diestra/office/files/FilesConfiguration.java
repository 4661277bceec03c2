package org.diestra.office.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.base.Area;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Every;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FilesConfiguration {
  @Bean
  static RoomEntry filesRoom() {
    return new RoomEntry("files", "files.title", "folder", 20, Set.of(Area.FILES), Level.WORKING);
  }

  @Bean
  static NoticeKind fileComment() {
    return NoticeKind.mailed(
        Comments.SAID, Topic.WORK, "files.kind.comment", "message-square-text");
  }

  @Bean
  static NoticeKind fileHanded() {
    return NoticeKind.mailed(HandIn.CAME, Topic.WORK, "files.kind.handed", "inbox");
  }

  /** What is written in new files is found within a minute. */
  @Bean
  static Every textReading(TextReader reader) {
    return Every.interval("files:texts", Duration.ofSeconds(20), reader::read);
  }

  /** In the small hours of most of those who work here, before the bytes are swept. */
  @Bean
  static Every trashSweep(Trash trash, LinkSweep links, Rooms rooms) {
    return Every.day(
        "files:trash",
        LocalTime.of(3, 20),
        ZoneOffset.UTC,
        () -> {
          while (trash.sweep() == Trash.PAGE) {
            // the rest, in transactions of their own
          }
          links.sweep();
          rooms.remember();
        });
  }

  /** What was announced and never came gives its room back soon, not at night. */
  @Bean
  static Every uploadSweep(Uploads uploads) {
    return Every.interval("files:uploads", Duration.ofMinutes(10), () -> sweep(uploads));
  }

  private static void sweep(Uploads uploads) {
    try {
      uploads.sweep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
