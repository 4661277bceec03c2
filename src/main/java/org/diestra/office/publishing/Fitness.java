package org.diestra.office.publishing;

import java.time.Instant;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.Counting;
import org.diestra.platform.base.Problems;

/** Whether a post is fit for its channel, as the channel itself would say. */
final class Fitness {
  private Fitness() {}

  /** Everything that keeps it from being handed in, each at its field. */
  static Problems of(Channel channel, Written written, Instant now) {
    var problems = new Problems();
    var kind = channel.kind();
    var content = written.content();
    if (!channel.open()) {
      problems.add("channels", "publishing.fit.closed", channel.name());
    }
    if (kind.article() && content.title().isEmpty()) {
      problems.add("title", "publishing.fit.title");
    }
    if (kind.article() && !written.brief().original()) {
      problems.add("original", "publishing.fit.original");
    }
    var whole = content.whole(kind);
    if (whole.isBlank()) {
      problems.add("text", "publishing.fit.text");
    }
    int length = kind.counting().of(whole);
    if (length > kind.length()) {
      problems.add("text", "publishing.fit.length", channel.name(), kind.length(), length);
    }
    if (kind.mostTags() > 0 && Counting.tags(whole) > kind.mostTags()) {
      problems.add("text", "publishing.fit.tags", channel.name(), kind.mostTags());
    }
    pictures(channel, content, problems);
    var due = written.due();
    if (due == null) {
      problems.add("date", "publishing.fit.due");
    } else if (!due.isAfter(now)) {
      problems.add("date", "publishing.fit.past");
    }
    return problems;
  }

  private static void pictures(Channel channel, Content content, Problems problems) {
    var kind = channel.kind();
    int count = content.pictures().size();
    if (count > kind.mostPictures()) {
      problems.add("brought", "publishing.fit.pictures.many", channel.name(), kind.mostPictures());
    }
    if (count < kind.fewestPictures()) {
      problems.add("brought", "publishing.fit.pictures.few", channel.name());
    }
    for (var picture : content.pictures()) {
      var field = "alt-" + picture.file();
      if (picture.alt().isEmpty()) {
        problems.add(field, "publishing.fit.alt");
      } else if (picture.alt().codePointCount(0, picture.alt().length()) > kind.mostAlt()) {
        problems.add(field, "publishing.fit.alt.long", channel.name(), kind.mostAlt());
      }
      if (kind.article() && picture.credit().isEmpty()) {
        problems.add("credit-" + picture.file(), "publishing.fit.credit");
      }
    }
  }
}
